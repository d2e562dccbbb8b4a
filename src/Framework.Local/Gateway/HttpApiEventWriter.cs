using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Framework.Local.Gateway;

/// <summary>Writes an event of payload format 2.0, as API Gateway's HTTP API or a function URL sends it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
/// API Gateway's documentation</see> and
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Lambda's</see>.</remarks>
internal static class HttpApiEventWriter
{
    private const string FunctionUrlDomain = "local.lambda-url.us-east-1.on.aws";

    /// <summary>Writes the event of an HTTP API.</summary>
    public static void Write(IBufferWriter<byte> destination, GatewayRequest request)
    {
        using var json = EventParts.Begin(destination);
        json.WriteString("version"u8, "2.0"u8);
        WriteHead(json, request, request.RouteKey, request.Target.TwiceDecoded);
        WriteHeaders(json, request, withCookies: false);
        WriteQuery(json, request);
        WriteContext(json, request, request.RouteKey, request.Target.TwiceDecoded, request.Http.Request.Host.Host);
        var parameters = request.DecodedParameters();
        if (parameters.Length > 0)
            EventParts.WriteSingle(json, "pathParameters"u8, parameters);
        WriteBody(json, request);
        json.WriteEndObject();
    }

    /// <summary>Writes the event of a function URL: it has no route, and the path as the client sent it.</summary>
    public static void WriteFunctionUrl(IBufferWriter<byte> destination, GatewayRequest request)
    {
        using var json = EventParts.Begin(destination);
        json.WriteString("version"u8, "2.0"u8);
        WriteHead(json, request, GatewayRequest.DefaultRoute, request.Target.RawPath);
        WriteHeaders(json, request, withCookies: true);
        WriteQuery(json, request);
        WriteContext(json, request with { Token = null, Caller = null }, GatewayRequest.DefaultRoute, request.Target.RawPath, FunctionUrlDomain);
        WriteBody(json, request);
        json.WriteEndObject();
    }

    /// <summary>Writes the question of an HTTP API to a Lambda authorizer.</summary>
    public static void WriteQuestion(IBufferWriter<byte> destination, GatewayRequest request, string arn, IReadOnlyList<string> sources)
    {
        using var json = EventParts.Begin(destination);
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("type"u8, "REQUEST"u8);
        json.WriteString("routeArn"u8, arn);
        json.WriteStartArray("identitySource"u8);
        foreach (var source in sources)
            json.WriteStringValue(source);
        json.WriteEndArray();
        WriteHead(json, request, request.RouteKey, request.Target.TwiceDecoded);
        WriteHeaders(json, request, withCookies: false);
        WriteQuery(json, request);
        WriteContext(json, request, request.RouteKey, request.Target.TwiceDecoded, request.Http.Request.Host.Host);
        EventParts.WriteSingle(json, "pathParameters"u8, request.DecodedParameters(), writesEmpty: true);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, GatewayRequest request, string routeKey, string path)
    {
        json.WriteString("routeKey"u8, routeKey);
        json.WriteString("rawPath"u8, path);
        json.WriteString("rawQueryString"u8, request.Target.Query);
        WriteCookies(json, request.Http.Request.Headers.Cookie);
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

    private static void WriteHeaders(Utf8JsonWriter json, GatewayRequest request, bool withCookies)
    {
        json.WriteStartObject("headers"u8);
        foreach (var header in EventParts.Headers(request).GroupBy(header => EventParts.LowerCase(header.Key), header => header.Value))
        {
            if (withCookies || header.Key != "cookie")
                json.WriteString(header.Key, string.Join(',', header));
        }
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, GatewayRequest request)
    {
        var pairs = EventParts.DecodedQuery(request.Target.Query, splitsAtSemicolon: false);
        if (pairs.Length == 0)
            return;
        EventParts.WriteSingle(json, "queryStringParameters"u8, pairs
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, string.Join(',', group))));
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request, string routeKey, string path, string domain)
    {
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, EventParts.AccountId);
        json.WriteString("apiId"u8, EventParts.ApiId);
        if (request.Token is { } token)
            WriteAuthorizer(json, token);
        else if (request.Caller is { } caller)
            WriteAuthorizer(json, caller);
        json.WriteString("domainName"u8, domain);
        json.WriteString("domainPrefix"u8, domain.Split('.')[0]);
        WriteHttp(json, request, path);
        json.WriteString("requestId"u8, request.Id);
        json.WriteString("routeKey"u8, routeKey);
        json.WriteString("stage"u8, "$default"u8);
        json.WriteString("time"u8, EventParts.Time(request.Time));
        json.WriteNumber("timeEpoch"u8, request.Time.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    // A route without scopes gets null for them, even if the token grants some.
    private static void WriteAuthorizer(Utf8JsonWriter json, VerifiedToken token)
    {
        json.WriteStartObject("authorizer"u8);
        json.WriteStartObject("jwt"u8);
        json.WritePropertyName("claims"u8);
        token.WriteClaims(json, joinsByComma: false);
        json.WriteNull("scopes"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, AuthorizedCaller caller)
    {
        json.WriteStartObject("authorizer"u8);
        json.WriteStartObject("lambda"u8);
        caller.WriteContext(json, asText: false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHttp(Utf8JsonWriter json, GatewayRequest request, string path)
    {
        var http = request.Http.Request;
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, http.Method);
        json.WriteString("path"u8, path);
        json.WriteString("protocol"u8, http.Protocol);
        json.WriteString("sourceIp"u8, EventParts.SourceIp(request.Http));
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request) =>
        EventParts.WriteBody(json, request.Body.Span, MediaTypes.IsText(request.Http.Request.ContentType), none: default);
}
