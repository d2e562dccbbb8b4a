using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Framework.Dispatch;

namespace Framework.Tests.Conformance;

/// <summary>A REST API, or an HTTP API of payload format 1.0.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html"/>,
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html"/>.</remarks>
internal sealed class PayloadV1(string name, bool isRestApi) : FrontDoorUnderTest(name, isRestApi ? EventShape.RestApi : EventShape.HttpApiV1)
{
    public override JsonObject Write(LogicalRequest request, EmptyValue empty)
    {
        var stage = isRestApi && request.Stage == "$default" ? "prod" : request.Stage;
        var own = isRestApi ? request.Path : Decoded(request.Path);
        var prefix = isRestApi || stage == "$default" ? "" : $"/{stage}";
        var route = request.Route == "$default" && isRestApi ? "/{proxy+}" : request.Route;
        var query = Query(request.Query, decode: true, isRestApi ? ['&', ';'] : ['&']).ToArray();
        var json = new JsonObject();
        if (!isRestApi)
            json["version"] = "1.0";
        json["resource"] = route;
        json["path"] = request.BasePath.Length > 0 ? request.BasePath + own : prefix + own;
        json["httpMethod"] = request.Method;
        Set(json, "headers", Single(request.Headers), empty);
        Set(json, "multiValueHeaders", Multiple(request.Headers), empty);
        Set(json, "queryStringParameters", Single(query), empty);
        Set(json, "multiValueQueryStringParameters", Multiple(query), empty);
        json["requestContext"] = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["domainName"] = "api.example.com",
            ["httpMethod"] = request.Method,
            ["identity"] = new JsonObject { ["accessKey"] = null, ["sourceIp"] = "192.0.2.1", ["userArn"] = null },
            ["path"] = $"/{stage}{own}",
            ["requestId"] = "request-1",
            ["resourceId"] = isRestApi ? "a1b2c3" : null,
            ["resourcePath"] = route,
            ["stage"] = stage,
        };
        Set(json, "pathParameters", Parameters(route, own), empty);
        Set(json, "stageVariables", null, empty);
        var isText = Utf8.IsValid(request.Body);
        Set(json, "body", request.Body.Length == 0 ? null : isText ? Encoding.UTF8.GetString(request.Body) : Convert.ToBase64String(request.Body), empty);
        json["isBase64Encoded"] = !isText;
        return json;
    }

    // Both maps are merged; where both have a name, the multiple values win.
    public override ClientResponse Read(JsonObject response)
    {
        var multiple = response["multiValueHeaders"]?.AsObject() ?? [];
        var single = response["headers"]?.AsObject() ?? [];
        return ClientResponse.Of(
            response,
            [
                .. single.Where(header => !multiple.ContainsKey(header.Key)).Select(header => (header.Key, header.Value!.GetValue<string>())),
                .. multiple.SelectMany(header => header.Value!.AsArray().Select(value => (header.Key, value!.GetValue<string>()))),
            ]);
    }
}
