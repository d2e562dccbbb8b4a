using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Framework.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Framework.Local.Gateway;

/// <summary>Writes the event that API Gateway's HTTP API sends to a function: payload format 2.0.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
/// API Gateway's documentation</see>.</remarks>
internal static class HttpApiEventWriter
{
    private const string AccountId = "000000000000";
    private const string ApiId = "local";

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Headers of one connection, and the cookies, which have their own place in the event.
    private static readonly HashSet<string> Left = new(
        ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "cookie",
            "content-length", "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the event.</summary>
    public static void Write(IBufferWriter<byte> destination, GatewayRequest request)
    {
        using var json = new Utf8JsonWriter(destination, Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("routeKey"u8, request.RouteKey);
        json.WriteString("rawPath"u8, request.Target.Path);
        json.WriteString("rawQueryString"u8, request.Target.Query);
        WriteCookies(json, request.Http.Request.Headers.Cookie);
        WriteHeaders(json, request);
        WriteQuery(json, request.Target.Query);
        WriteContext(json, request);
        WritePathParameters(json, request);
        WriteBody(json, request);
        json.WriteEndObject();
    }

    private static void WriteCookies(Utf8JsonWriter json, StringValues cookies)
    {
        if (cookies.Count == 0)
            return;
        json.WriteStartArray("cookies"u8);
        foreach (var header in cookies)
        {
            foreach (var cookie in header.AsSpan().Split(';'))
            {
                var pair = header.AsSpan()[cookie].Trim();
                if (!pair.IsEmpty)
                    json.WriteStringValue(pair);
            }
        }
        json.WriteEndArray();
    }

    private static void WriteHeaders(Utf8JsonWriter json, GatewayRequest request)
    {
        var connection = request.Http.Connection;
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in request.Http.Request.Headers)
        {
            if (!Left.Contains(name))
                json.WriteString(LowerCase(name), Joined(values));
        }
        json.WriteString("content-length"u8, request.Body.Length.ToString(CultureInfo.InvariantCulture));
        json.WriteString("x-amzn-trace-id"u8, request.TraceId);
        json.WriteString("x-forwarded-for"u8, ForwardedFor(request.Http));
        json.WriteString("x-forwarded-port"u8, connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        json.WriteString("x-forwarded-proto"u8, "http"u8);
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, string query)
    {
        if (query.Length == 0)
            return;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            var value = pair.DecodeValue().ToString();
            values[name] = values.TryGetValue(name, out var known) ? $"{known},{value}" : value;
        }
        WriteMap(json, "queryStringParameters"u8, values);
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var host = request.Http.Request.Host.Host;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, AccountId);
        json.WriteString("apiId"u8, ApiId);
        if (request.Token is { } token)
            WriteAuthorizer(json, token);
        json.WriteString("domainName"u8, host);
        json.WriteString("domainPrefix"u8, host.Split('.')[0]);
        WriteHttp(json, request);
        json.WriteString("requestId"u8, request.Id);
        json.WriteString("routeKey"u8, request.RouteKey);
        json.WriteString("stage"u8, "$default"u8);
        json.WriteString(
            "time"u8, request.Time.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch"u8, request.Time.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    // A route without scopes gets null for them, even if the token grants some.
    private static void WriteAuthorizer(Utf8JsonWriter json, VerifiedToken token)
    {
        json.WriteStartObject("authorizer"u8);
        json.WriteStartObject("jwt"u8);
        json.WritePropertyName("claims"u8);
        token.WriteClaims(json);
        json.WriteNull("scopes"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHttp(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, http.Method);
        json.WriteString("path"u8, request.Target.Path);
        json.WriteString("protocol"u8, http.Protocol);
        json.WriteString("sourceIp"u8, SourceIp(request.Http));
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
    }

    private static void WritePathParameters(Utf8JsonWriter json, GatewayRequest request)
    {
        if (request.Route?.Template is not { } template)
            return;
        var values = new RouteValues(template, request.Target.EncodedPath);
        WriteMap(json, "pathParameters"u8, template.Segments
            .Where(segment => segment.Kind != RouteSegmentKind.Literal)
            .Select(segment => KeyValuePair.Create(segment.Text, values[segment.Text] ?? "")));
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request)
    {
        var body = request.Body.Span;
        var isText = body.IsEmpty || (MediaTypes.IsText(request.Http.Request.ContentType) && Utf8.IsValid(body));
        if (!body.IsEmpty && isText)
            json.WriteString("body"u8, body);
        else if (!body.IsEmpty)
            json.WriteBase64String("body"u8, body);
        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }

    private static void WriteMap(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, string>> values)
    {
        var isEmpty = true;
        foreach (var (key, value) in values)
        {
            if (isEmpty)
                json.WriteStartObject(name);
            isEmpty = false;
            json.WriteString(key, value);
        }
        if (!isEmpty)
            json.WriteEndObject();
    }

    private static string Joined(StringValues values) =>
        values.Count == 1 ? values[0] ?? "" : string.Join(',', values.AsEnumerable());

    private static string ForwardedFor(HttpContext http)
    {
        var before = http.Request.Headers["x-forwarded-for"];
        return before.Count == 0 ? SourceIp(http) : $"{string.Join(", ", before.AsEnumerable())}, {SourceIp(http)}";
    }

    private static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

#pragma warning disable CA1308 // Lower case is what the event has.
    private static string LowerCase(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
