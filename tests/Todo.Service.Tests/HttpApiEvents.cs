using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

/// <summary>Events as API Gateway's HTTP API sends them after its authorizer verified a Cognito access token.</summary>
internal static class HttpApiEvents
{
    public static byte[] Write(string method, string pathAndQuery, object? body, string? user)
    {
        var parts = pathAndQuery.Split('?');
        var context = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "api",
            ["domainName"] = "api.execute-api.eu-central-1.amazonaws.com",
            ["http"] = new JsonObject
            {
                ["method"] = method,
                ["path"] = parts[0],
                ["protocol"] = "HTTP/1.1",
                ["sourceIp"] = "192.0.2.1",
                ["userAgent"] = "test",
            },
            ["requestId"] = "id",
            ["stage"] = "$default",
        };
        if (user is not null)
            context["authorizer"] = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = Claims(user), ["scopes"] = null } };
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = parts[0],
            ["rawQueryString"] = parts.Length > 1 ? parts[1] : "",
            ["headers"] = new JsonObject { ["content-type"] = "application/json" },
            ["requestContext"] = context,
            ["body"] = body is null ? null : JsonSerializer.Serialize(body, JsonSerializerOptions.Web),
            ["isBase64Encoded"] = false,
        }.ToJsonString());
    }

    private static JsonObject Claims(string user) => new()
    {
        ["sub"] = user,
        ["username"] = user,
        ["token_use"] = "access",
        ["client_id"] = "client",
        ["scope"] = "openid",
    };
}
