using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>A REST API's own errors: problems as the functions' are, with the headers that let a page read them.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html">API
/// Gateway's documentation</see>.</remarks>
internal static class GatewayResponses
{
    public static void Add(RestDefinition definition, DeploymentModel model)
    {
        var headers = Headers(model);
        Add(definition, headers, "DEFAULT_4XX", """{"type":"about:blank","title":$context.error.messageString}""");
        Add(definition, headers, "DEFAULT_5XX", """{"type":"about:blank","title":$context.error.messageString}""");
        Add(definition, headers, "THROTTLED", Problem("too-many-requests", "Too Many Requests", 429));
        Add(definition, headers, "UNAUTHORIZED", Problem("unauthenticated", "Unauthorized", 401));
        // A path that is not there. With IAM it is also a request without a signature.
        if (model.Access != AccessType.Iam)
            Add(definition, headers, "MISSING_AUTHENTICATION_TOKEN", Problem("not-found", "Not Found", 404), "404");
    }

    private static void Add(RestDefinition definition, JsonObject headers, string type, string body, string? status = null)
    {
        var properties = new JsonObject
        {
            ["RestApiId"] = Cfn.Ref(ApiIds.Api),
            ["ResponseType"] = type,
            ["ResponseParameters"] = headers.DeepClone(),
            ["ResponseTemplates"] = new JsonObject { ["application/json"] = body },
        };
        if (status is not null)
            properties["StatusCode"] = status;
        definition.Add($"Api{string.Concat(type.Split('_').Select(word => word[0] + word[1..].ToLowerInvariant()))}Response", Cfn.Resource("AWS::ApiGateway::GatewayResponse", properties));
    }

    private static string Problem(string kind, string title, int status) =>
        $$"""{"type":"urn:problem-type:{{kind}}","title":"{{title}}","status":{{status}}}""";

    // A response of the API's own has no condition: where several origins may read, any may read these errors, which hold nothing.
    private static JsonObject Headers(DeploymentModel model)
    {
        var headers = new JsonObject { ["gatewayresponse.header.Content-Type"] = "'application/problem+json'" };
        var policies = model.Routes.Select(route => route.Cors).OfType<CorsModel>().ToList();
        var origins = policies.SelectMany(policy => policy.Origins).Distinct().ToList();
        if (origins.Count == 0)
            return headers;
        headers["gatewayresponse.header.Access-Control-Allow-Origin"] = origins is [var only] ? $"'{only}'" : "'*'";
        if (origins is [not "*"] && policies.Any(policy => policy.AllowsCredentials))
            headers["gatewayresponse.header.Access-Control-Allow-Credentials"] = "'true'";
        return headers;
    }
}
