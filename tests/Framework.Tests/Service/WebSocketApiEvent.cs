using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Tests.Service;

/// <summary>An event of API Gateway's WebSocket API, as its documentation shows one.</summary>
internal sealed class WebSocketApiEvent(string eventType, string routeKey)
{
    /// <summary>API Gateway's ids end so.</summary>
    public const string ConnectionId = "L0SM9cOFvHcCIhw=";

    public static WebSocketApiEvent Connect => new("CONNECT", "$connect")
    {
        Parts =
        {
            ["headers"] = new JsonObject { ["Host"] = "abc.execute-api.eu-central-1.amazonaws.com", ["Sec-WebSocket-Version"] = "13" },
            ["multiValueHeaders"] = new JsonObject { ["Host"] = new JsonArray("abc.execute-api.eu-central-1.amazonaws.com") },
        },
    };

    public static WebSocketApiEvent Disconnect => new("DISCONNECT", "$disconnect")
    {
        Context = { ["disconnectStatusCode"] = 1001, ["disconnectReason"] = "Going away" },
    };

    public JsonObject Context { get; } = [];

    public JsonObject Parts { get; } = [];

    public static WebSocketApiEvent Message(string? body, string routeKey = "$default", bool isBase64 = false) => new("MESSAGE", routeKey)
    {
        Context = { ["messageId"] = "MessageId=" },
        Parts = { ["body"] = body, ["isBase64Encoded"] = isBase64 },
    };

    /// <summary>With what a Lambda authorizer said when the connection was opened.</summary>
    public WebSocketApiEvent As(string subject, string? groups = null)
    {
        Context["authorizer"] = new JsonObject { ["principalId"] = subject, ["cognito:groups"] = groups, ["integrationLatency"] = 12 };
        return this;
    }

    public WebSocketApiEvent WithHeaders(params (string Name, string Value)[] headers)
    {
        Parts["multiValueHeaders"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)new JsonArray(header.Value))));
        return this;
    }

    public WebSocketApiEvent WithQuery(string name, params string[] values)
    {
        Parts["multiValueQueryStringParameters"] = new JsonObject { [name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
        return this;
    }

    public byte[] ToJson()
    {
        var context = new JsonObject
        {
            ["routeKey"] = routeKey,
            ["eventType"] = eventType,
            ["extendedRequestId"] = "gateway-request",
            ["requestTime"] = "01/Dec/2026:02:30:00 +0000",
            ["messageDirection"] = "IN",
            ["stage"] = "prod",
            ["connectedAt"] = 1796092200123,
            ["requestTimeEpoch"] = 1796092200456,
            ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1" },
            ["requestId"] = "gateway-request",
            ["domainName"] = "abc.execute-api.eu-central-1.amazonaws.com",
            ["connectionId"] = ConnectionId,
            ["apiId"] = "abc",
        };
        foreach (var (name, value) in Context)
            context[name] = value?.DeepClone();
        var root = new JsonObject { ["requestContext"] = context, ["isBase64Encoded"] = false };
        foreach (var (name, value) in Parts)
            root[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }
}
