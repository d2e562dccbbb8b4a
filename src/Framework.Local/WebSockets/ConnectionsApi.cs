using System.Text.Json;
using Framework.Local.Access;
using Framework.Local.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.WebSockets;

/// <summary>The management API: <c>@connections</c>. A call must be signed, with any credentials; one of a function, which signs with its
/// endpoint's name as the access key, is held to the function's policy.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">
/// API Gateway's documentation</see>.</remarks>
/// <param name="connections">The connections that are open.</param>
/// <param name="policies">The policies of the functions that are served now.</param>
internal sealed class ConnectionsApi(OpenConnections connections, Func<FunctionPolicies> policies)
{
    private const string Signature = "AWS4-HMAC-SHA256 ";
    private const string Credential = "Credential=";

    /// <summary>Responds to a call.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The connection's id.</param>
    public async Task HandleAsync(HttpContext http, string id)
    {
        if (AccessKey(http.Request.Headers.Authorization.ToString()) is not { } function)
            await RefuseAsync(http, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        else if (policies().Denial(function, new ConnectionCall(http.Request.Method, id)) is { } denial)
            await RefuseAsync(http, 403, "AccessDeniedException", denial);
        else if (!ConnectionIds.IsValid(id))
            await RefuseAsync(http, 400, "BadRequestException", "Invalid connectionId");
        else if (connections.Find(id) is not { } connection)
            await RefuseGoneAsync(http);
        else if (HttpMethods.IsPost(http.Request.Method))
            await SendAsync(http, connection);
        else if (HttpMethods.IsGet(http.Request.Method))
            await DescribeAsync(http, connection);
        else if (HttpMethods.IsDelete(http.Request.Method))
            Close(http, connection);
        else
            await RefuseAsync(http, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    // The access key ends at the slash before the scope; null where the call is not signed.
    private static string? AccessKey(string authorization)
    {
        var start = authorization.IndexOf(Credential, StringComparison.Ordinal) + Credential.Length;
        return authorization.StartsWith(Signature, StringComparison.Ordinal) && start >= Credential.Length
            ? authorization[start..].Split('/')[0]
            : null;
    }

    private static async Task SendAsync(HttpContext http, LocalConnection connection)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MessageReader.MaxMessage;
        var message = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(message, http.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(http, 413, "PayloadTooLargeException", "Message too long");
            return;
        }
        if (!await connection.SendAsync(message.GetBuffer().AsMemory(0, (int)message.Length)))
            await RefuseGoneAsync(http);
    }

    private static Task DescribeAsync(HttpContext http, LocalConnection connection)
    {
        var client = connection.Opening.Http;
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("connectedAt"u8, connection.Opening.Time.UtcDateTime);
        json.WriteStartObject("identity"u8);
        json.WriteString("sourceIp"u8, EventParts.SourceIp(client));
        json.WriteString("userAgent"u8, client.Request.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("lastActiveAt"u8, connection.LastActiveAt.UtcDateTime);
        json.WriteEndObject();
        return json.FlushAsync(http.RequestAborted);
    }

    private static void Close(HttpContext http, LocalConnection connection)
    {
        connection.End(ConnectionEnd.Deleted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task RefuseGoneAsync(HttpContext http) => RefuseAsync(http, 410, "GoneException", "Gone");

    private static async Task RefuseAsync(HttpContext http, int statusCode, string type, string message)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-amzn-errortype"] = type;
        await http.Response.Body.WriteAsync(GatewayResponse.Message(statusCode, message).Body, http.RequestAborted);
    }
}
