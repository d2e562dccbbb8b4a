using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Framework.Dispatch;

namespace Framework.Tests.Conformance;

/// <summary>An HTTP API or a function URL, payload format 2.0.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html"/>,
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html"/>.</remarks>
internal sealed class PayloadV2(string name, bool isFunctionUrl) : FrontDoorUnderTest(name, EventShape.HttpApi)
{
    public override string? OwnHost => isFunctionUrl ? "abcdefgh.lambda-url.eu-central-1.on.aws" : null;

    public override JsonObject Write(LogicalRequest request, EmptyValue empty)
    {
        var stage = isFunctionUrl ? "$default" : request.Stage;
        var path = isFunctionUrl ? request.BasePath + request.Path : Decoded(request.Path);
        var rawPath = stage == "$default" ? path : $"/{stage}{path}";
        var route = isFunctionUrl || request.Route == "$default" ? "$default" : $"{request.Method} {request.Route}";
        var headers = request.Headers.Where(header => isFunctionUrl || !IsCookie(header.Name))
            .GroupBy(header => LowerCase(header.Name))
            .Select(group => (group.Key, string.Join(',', group.Select(header => header.Value))));
        var cookies = request.Headers.Where(header => IsCookie(header.Name))
            .SelectMany(header => header.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var isText = Utf8.IsValid(request.Body);
        var json = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = route,
            ["rawPath"] = rawPath,
            ["rawQueryString"] = request.Query,
        };
        Set(json, "cookies", new JsonArray([.. cookies.Select(cookie => (JsonNode?)cookie)]), empty);
        Set(json, "headers", Single(headers), empty);
        Set(json, "queryStringParameters", Multiple(Query(request.Query, decode: true, '&')) is { Count: > 0 } all
            ? new JsonObject(all.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)string.Join(',', pair.Value!.AsArray()))))
            : new JsonObject(), empty);
        json["requestContext"] = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["domainName"] = OwnHost ?? "api.example.com",
            ["http"] = new JsonObject
            {
                ["method"] = request.Method,
                ["path"] = rawPath,
                ["protocol"] = "HTTP/1.1",
                ["sourceIp"] = "192.0.2.1",
            },
            ["requestId"] = "request-1",
            ["routeKey"] = route,
            ["stage"] = stage,
        };
        Set(json, "pathParameters", isFunctionUrl ? null : Parameters(request.Route, path), empty);
        Set(json, "stageVariables", null, empty);
        Set(json, "body", request.Body.Length == 0 ? null : isText ? Encoding.UTF8.GetString(request.Body) : Convert.ToBase64String(request.Body), empty);
        json["isBase64Encoded"] = !isText;
        return json;
    }

    public override ClientResponse Read(JsonObject response) => ClientResponse.Of(
        response,
        [
            .. response["headers"]!.AsObject().Select(header => (header.Key, header.Value!.GetValue<string>())),
            .. response["cookies"]?.AsArray().Select(cookie => ("set-cookie", cookie!.GetValue<string>())) ?? [],
        ]);

    private static bool IsCookie(string name) => name.Equals("cookie", StringComparison.OrdinalIgnoreCase);
}
