using System.Buffers;
using System.Text.Json;
using Framework.Local.Gateway;

namespace Framework.Local.WebSockets;

/// <summary>Writes the events of a WebSocket API.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html">
/// API Gateway's documentation</see>, and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">its
/// variables</see>.</remarks>
internal static class ConnectionEventWriter
{
    public const string Stage = "local";

    /// <summary>Writes an event.</summary>
    public static void Write(IBufferWriter<byte> destination, ConnectionEvent happened)
    {
        using var json = EventParts.Begin(destination);
        if (happened.Type == ConnectionEventType.Connect)
            WriteRequest(json, happened.Opening);
        else if (happened.Type == ConnectionEventType.Disconnect)
            WriteEmptyHeaders(json, happened.Opening);
        WriteContext(json, happened);
        if (happened.Type == ConnectionEventType.Message)
            json.WriteString("body"u8, happened.Message.Span);
        json.WriteBoolean("isBase64Encoded"u8, false);
        json.WriteEndObject();
    }

    /// <summary>Writes the question to a Lambda authorizer.</summary>
    public static void WriteQuestion(IBufferWriter<byte> destination, ConnectionEvent happened, string arn)
    {
        using var json = EventParts.Begin(destination);
        json.WriteString("type"u8, "REQUEST"u8);
        json.WriteString("methodArn"u8, arn);
        WriteRequest(json, happened.Opening);
        WriteContext(json, happened);
        json.WriteEndObject();
    }

    // Only the first event of a connection has what the client's request had.
    private static void WriteRequest(Utf8JsonWriter json, GatewayRequest opening)
    {
        EventParts.WriteSingle(json, "headers"u8, EventParts.Headers(opening, withLength: false));
        EventParts.WriteMultiple(json, "multiValueHeaders"u8, EventParts.Headers(opening, withLength: false));
        var query = EventParts.DecodedQuery(opening.Target.Query, splitsAtSemicolon: false);
        if (query.Length == 0)
            return;
        EventParts.WriteSingle(json, "queryStringParameters"u8, query);
        EventParts.WriteMultiple(json, "multiValueQueryStringParameters"u8, query);
    }

    // What API Gateway writes there says nothing of the client.
    private static void WriteEmptyHeaders(Utf8JsonWriter json, GatewayRequest opening)
    {
        KeyValuePair<string, string>[] headers =
            [new("Host", opening.Http.Request.Host.Host), new("x-api-key", ""), new("X-Forwarded-For", ""), new("x-restapi", "")];
        EventParts.WriteSingle(json, "headers"u8, headers);
        EventParts.WriteMultiple(json, "multiValueHeaders"u8, headers);
    }

    private static void WriteContext(Utf8JsonWriter json, ConnectionEvent happened)
    {
        var opening = happened.Opening;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("routeKey"u8, happened.RouteKey);
        WriteAuthorizer(json, opening);
        if (happened.Type == ConnectionEventType.Message)
            json.WriteString("messageId"u8, happened.RequestId);
        if (happened.End is { } end)
        {
            json.WriteNumber("disconnectStatusCode"u8, (int)end.Status);
            json.WriteString("disconnectReason"u8, end.Reason);
        }
        json.WriteString("eventType"u8, happened.Type);
        json.WriteString("extendedRequestId"u8, happened.RequestId);
        json.WriteString("requestTime"u8, EventParts.Time(happened.Time));
        json.WriteString("messageDirection"u8, "IN"u8);
        json.WriteString("stage"u8, Stage);
        json.WriteNumber("connectedAt"u8, opening.Time.ToUnixTimeMilliseconds());
        json.WriteNumber("requestTimeEpoch"u8, happened.Time.ToUnixTimeMilliseconds());
        json.WriteStartObject("identity"u8);
        if (opening.Http.Request.Headers.UserAgent.Count > 0)
            json.WriteString("userAgent"u8, opening.Http.Request.Headers.UserAgent.ToString());
        json.WriteString("sourceIp"u8, EventParts.SourceIp(opening.Http));
        json.WriteEndObject();
        json.WriteString("requestId"u8, happened.RequestId);
        json.WriteString("domainName"u8, opening.Http.Request.Host.Host);
        json.WriteString("connectionId"u8, happened.ConnectionId);
        json.WriteString("apiId"u8, EventParts.ApiId);
        json.WriteEndObject();
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, GatewayRequest opening)
    {
        if (opening is { Token: null, Caller: null })
            return;
        json.WriteStartObject("authorizer"u8);
        if (opening.Caller is { } caller)
        {
            json.WriteString("principalId"u8, caller.PrincipalId);
            caller.WriteContext(json, asText: true);
        }
        else
        {
            opening.Token!.WriteContext(json);
        }
        json.WriteEndObject();
    }
}
