using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Framework.LocalDynamoDB.Tables;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>Responds to requests that are not operations: health checks, preflights, other methods.</summary>
internal static class PlainResponses
{
    public const string AmazonJson = "application/x-amz-json-1.0";

    private const string Healthy = $"healthy: dynamodb.{TableDefinition.DefaultRegion}.amazonaws.com ";
    private const string UnknownOperation = "<UnknownOperationException/>\n";

    public static async Task<bool> TryRespondAsync(HttpContext context, bool hasBody)
    {
        var request = context.Request;
        if (request.Headers.Origin.Count > 0)
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlExposeHeaders =
                "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";
            if (HttpMethods.IsOptions(request.Method))
            {
                RespondToPreflight(context);
                return true;
            }
        }

        if (HttpMethods.IsGet(request.Method) && request.Path.Value is null or "" or "/")
        {
            await WriteAsync(context.Response, StatusCodes.Status200OK, Healthy);
            return true;
        }

        if (HttpMethods.IsPost(request.Method)
            && (!hasBody || MediaType(request) is "application/json" or AmazonJson))
            return false;
        await WriteAsync(context.Response, StatusCodes.Status404NotFound, UnknownOperation);
        return true;
    }

    public static string MediaType(HttpRequest request)
    {
        var contentType = request.ContentType ?? "";
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    private static void RespondToPreflight(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response.Headers);
        if (request.AccessControlRequestHeaders.Count > 0)
            response.AccessControlAllowHeaders = request.AccessControlRequestHeaders;
        if (request.AccessControlRequestMethod.Count > 0)
            response.AccessControlAllowMethods = request.AccessControlRequestMethod;
        response.AccessControlMaxAge = "172800";
        response.ContentLength = 0;
    }

    private static async Task WriteAsync(HttpResponse response, int statusCode, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        response.StatusCode = statusCode;
        response.ContentLength = body.Length;
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(body);
    }
}
