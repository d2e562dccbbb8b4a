using System.Text;
using System.Text.Json.Nodes;
using Framework.Dispatch;

namespace Framework.Tests.Conformance;

/// <summary>An Application Load Balancer, with multi-value headers on or off.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html"/>.</remarks>
internal sealed class LoadBalancer(string name, bool isMultiValue)
    : FrontDoorUnderTest(name, isMultiValue ? EventShape.LoadBalancerMultiValue : EventShape.LoadBalancer)
{
    public override JsonObject Write(LogicalRequest request, EmptyValue empty)
    {
        var headers = request.Headers.Select(header => (LowerCase(header.Name), header.Value)).ToList();
        headers.AddRange([("x-amzn-trace-id", "Root=1-0-0"), ("x-forwarded-for", "203.0.113.9, 192.0.2.1"), ("x-forwarded-proto", "https")]);
        var query = Query(request.Query, decode: false, '&').ToArray();
        var json = new JsonObject
        {
            ["requestContext"] = new JsonObject { ["elb"] = new JsonObject { ["targetGroupArn"] = "arn:aws:elasticloadbalancing:r:1:targetgroup/t/1" } },
            ["httpMethod"] = request.Method,
            ["path"] = request.BasePath + request.Path,
            [isMultiValue ? "multiValueQueryStringParameters" : "queryStringParameters"] = isMultiValue ? Multiple(query) : Single(query),
            [isMultiValue ? "multiValueHeaders" : "headers"] = isMultiValue ? Multiple(headers) : Single(headers),
        };
        if (empty == EmptyValue.Null && request.Body.Length == 0)
            json["body"] = null;
        else if (empty != EmptyValue.Absent || request.Body.Length > 0)
            json["body"] = IsText(request) ? Encoding.UTF8.GetString(request.Body) : Convert.ToBase64String(request.Body);
        json["isBase64Encoded"] = !IsText(request);
        return json;
    }

    public override ClientResponse Read(JsonObject response)
    {
        Assert.StartsWith($"{response["statusCode"]} ", response["statusDescription"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(response["isBase64Encoded"]);
        Assert.Null(response[isMultiValue ? "headers" : "multiValueHeaders"]);
        return ClientResponse.Of(response, isMultiValue
            ? response["multiValueHeaders"]!.AsObject().SelectMany(header => header.Value!.AsArray().Select(value => (header.Key, value!.GetValue<string>())))
            : response["headers"]!.AsObject().Select(header => (header.Key, header.Value!.GetValue<string>())));
    }

    private static bool IsText(LogicalRequest request)
    {
        var type = request.Headers.LastOrDefault(header => header.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return request.Body.Length == 0
            || (!request.Headers.Any(header => header.Name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase))
                && (type.StartsWith("text/", StringComparison.Ordinal) || type.Split(';')[0] is "application/json" or "application/javascript" or "application/xml"));
    }
}
