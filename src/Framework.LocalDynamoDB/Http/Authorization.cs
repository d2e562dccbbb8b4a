using Framework.LocalDynamoDB.Protocol;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>
/// A request must look signed (Signature Version 4, in a header or in the query), as the service demands; any
/// credentials will do.
/// </summary>
internal static class Authorization
{
    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];

    private static readonly string[] QueryParts =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    public static void Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var inQuery = request.QueryString.HasValue && request.Query.ContainsKey("X-Amz-Algorithm");
        if (header.Length > 0 && inQuery)
            throw DynamoDBException.Protocol(
                "InvalidSignatureException",
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        if (header.Length == 0 ? !inQuery : !header.TrimStart().StartsWith("AWS4-", StringComparison.Ordinal))
            throw DynamoDBException.Protocol(
                "MissingAuthenticationTokenException", "Request is missing Authentication Token");
        if (inQuery)
            CheckQuery(request);
        else
            CheckHeader(request, header);
    }

    private static void CheckHeader(HttpRequest request, string header)
    {
        var missing = "";
        foreach (var part in HeaderParts)
            if (!HasPart(header, part))
                missing += $"Authorization header requires '{part}' parameter. ";
        if (!request.Headers.ContainsKey("x-amz-date") && !request.Headers.ContainsKey("date"))
            missing += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        if (missing.Length > 0)
            throw DynamoDBException.Protocol("IncompleteSignatureException", $"{missing}Authorization={header}");
    }

    private static void CheckQuery(HttpRequest request)
    {
        var missing = string.Concat(QueryParts
            .Where(part => string.IsNullOrEmpty(request.Query[part]))
            .Select(part => $"AWS query-string parameters must include '{part}'. "));
        if (missing.Length > 0)
            throw DynamoDBException.Protocol(
                "IncompleteSignatureException", missing + "Re-examine the query-string parameters.");
    }

    /// <summary>Parts stand between commas or blanks as <c>name=value</c>.</summary>
    private static bool HasPart(string header, string part)
    {
        var position = header.IndexOf(part + "=", StringComparison.Ordinal);
        return position > 0 && header[position - 1] is ' ' or ','
            && position + part.Length + 1 < header.Length && header[position + part.Length + 1] is not (' ' or ',');
    }
}
