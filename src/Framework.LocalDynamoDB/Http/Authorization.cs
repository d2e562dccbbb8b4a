using Framework.LocalDynamoDB.Protocol;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The signature of a request (Signature Version 4), as its header or its query states it.</summary>
/// <param name="Algorithm">How it is signed.</param>
/// <param name="Credential">The access key that signed it, with its scope.</param>
/// <param name="SignedHeaders">The names of the signed headers.</param>
/// <param name="Signature">The signature itself, in hexadecimal digits.</param>
/// <param name="Date">When it was signed, as the request writes it.</param>
internal sealed record Authorization(
    string Algorithm, Credential Credential, IReadOnlyList<string> SignedHeaders, string Signature, string Date)
{
    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];

    private static readonly string[] QueryParts =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    /// <summary>Reads it. A request must have a signature, as the service requires.</summary>
    public static Authorization Read(HttpRequest request)
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
        return inQuery ? ReadQuery(request) : ReadHeader(request, header);
    }

    private static Authorization ReadHeader(HttpRequest request, string header)
    {
        var missing = "";
        foreach (var part in HeaderParts)
            if (PartOf(header, part).Length == 0)
                missing += $"Authorization header requires '{part}' parameter. ";
        if (!request.Headers.ContainsKey("x-amz-date") && !request.Headers.ContainsKey("date"))
            missing += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        if (missing.Length > 0)
            throw DynamoDBException.Protocol("IncompleteSignatureException", $"{missing}Authorization={header}");
        return new(
            header.TrimStart().Split(' ')[0],
            Credential.Parse(PartOf(header, "Credential")),
            PartOf(header, "SignedHeaders").Split(';'),
            PartOf(header, "Signature"),
            request.Headers.TryGetValue("x-amz-date", out var date) ? date.ToString() : request.Headers.Date.ToString());
    }

    private static Authorization ReadQuery(HttpRequest request)
    {
        var missing = string.Concat(QueryParts
            .Where(part => string.IsNullOrEmpty(request.Query[part]))
            .Select(part => $"AWS query-string parameters must include '{part}'. "));
        if (missing.Length > 0)
            throw DynamoDBException.Protocol(
                "IncompleteSignatureException", missing + "Re-examine the query-string parameters.");
        return new(
            request.Query["X-Amz-Algorithm"].ToString(),
            Credential.Parse(request.Query["X-Amz-Credential"].ToString()),
            request.Query["X-Amz-SignedHeaders"].ToString().Split(';'),
            request.Query["X-Amz-Signature"].ToString(),
            request.Query["X-Amz-Date"].ToString());
    }

    /// <summary>Parts are <c>name=value</c>, separated by commas or blanks; empty where one is missing.</summary>
    private static string PartOf(string header, string part)
    {
        var position = header.IndexOf(part + "=", StringComparison.Ordinal);
        if (position <= 0 || header[position - 1] is not (' ' or ','))
            return "";
        var value = header[(position + part.Length + 1)..];
        var end = value.AsSpan().IndexOfAny(' ', ',');
        return end < 0 ? value : value[..end];
    }
}
