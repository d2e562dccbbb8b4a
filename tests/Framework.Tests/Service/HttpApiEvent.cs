using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Tests.Service;

/// <summary>An event of payload format 2.0, as API Gateway's documentation shows one.</summary>
internal sealed class HttpApiEvent(string method, string path)
{
    public Dictionary<string, string> Headers { get; } = new() { ["accept"] = "*/*", ["host"] = "api.example.com" };

    public string Query { get; init; } = "";

    public string? Body { get; init; }

    public bool IsBase64 { get; init; }

    public string Stage { get; init; } = "$default";

    public string DomainName { get; init; } = "abc123.execute-api.eu-central-1.amazonaws.com";

    public string RouteKey { get; init; } = "$default";

    public Dictionary<string, string> PathParameters { get; init; } = [];

    public string[] Cookies { get; init; } = [];

    public JsonNode? Authorizer { get; set; }

    public HttpApiEvent With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public HttpApiEvent As(string subject, params (string Name, string Value)[] claims)
    {
        var all = new JsonObject { ["sub"] = subject };
        foreach (var (name, value) in claims)
            all[name] = value;
        Authorizer = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = all, ["scopes"] = null } };
        return this;
    }

    public JsonObject ToNode()
    {
        var context = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "abc123",
            ["domainName"] = DomainName,
            ["http"] = new JsonObject
            {
                ["method"] = method,
                ["path"] = path,
                ["protocol"] = "HTTP/1.1",
                ["sourceIp"] = "192.0.2.1",
                ["userAgent"] = "tests",
            },
            ["requestId"] = "gateway-request",
            ["routeKey"] = RouteKey,
            ["stage"] = Stage,
            ["timeEpoch"] = 1583348638390,
        };
        if (Authorizer is not null)
            context["authorizer"] = Authorizer.DeepClone();
        var root = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = RouteKey,
            ["rawPath"] = path,
            ["rawQueryString"] = Query,
            ["headers"] = new JsonObject(Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["requestContext"] = context,
        };
        if (PathParameters.Count > 0)
            root["pathParameters"] = new JsonObject(PathParameters.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        if (Cookies.Length > 0)
            root["cookies"] = new JsonArray([.. Cookies.Select(cookie => JsonValue.Create(cookie))]);
        if (Body is not null)
            root["body"] = Body;
        root["isBase64Encoded"] = IsBase64;
        return root;
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(ToNode());
}
