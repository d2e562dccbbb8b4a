using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>A method of a REST API, which passes requests on to a function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html">
/// AWS::ApiGateway::Method</see>.</remarks>
internal static class RestMethod
{
    // What Cognito grants to a user's access token: after the sign-in page, and after a sign-in by its API.
    private static readonly string[] UserScopes = ["aws.cognito.signin.user.admin", "openid"];

    public static JsonObject Of(DeploymentModel model, RouteModel route)
    {
        var properties = new JsonObject
        {
            ["RestApiId"] = Cfn.Ref(ApiIds.Api),
            ["ResourceId"] = RestPaths.Id(route.Template),
            ["HttpMethod"] = route.Method,
        };
        AddAccess(properties, model, route);
        if (model.UsagePlans.Count > 0)
            properties["ApiKeyRequired"] = true;
        if (route.Cache is { } cache)
            properties["RequestParameters"] = new JsonObject(cache.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>($"method.request.{key}", key.StartsWith("path.", StringComparison.Ordinal))));
        properties["Integration"] = Integration(model.FunctionOf(route.Function), route);
        return Cfn.Resource("AWS::ApiGateway::Method", properties);
    }

    private static void AddAccess(JsonObject properties, DeploymentModel model, RouteModel route)
    {
        if (route.IsOpen || model.Access == AccessType.Iam)
        {
            properties["AuthorizationType"] = route.IsOpen ? "NONE" : "AWS_IAM";
            return;
        }
        properties["AuthorizationType"] = model.Access == AccessType.Authorizer ? "CUSTOM" : "COGNITO_USER_POOLS";
        properties["AuthorizerId"] = Cfn.Ref(ApiIds.Authorizer);
        // Without scopes Cognito's authorizer takes id tokens alone, with them access tokens alone, of which one scope is enough.
        if (model.Access == AccessType.UserPool)
            properties["AuthorizationScopes"] = Cfn.Array(route.Scopes.Count > 0 ? route.Scopes : UserScopes.Union(model.Scopes).Order(StringComparer.Ordinal));
    }

    private static JsonObject Integration(FunctionModel function, RouteModel route)
    {
        var integration = new JsonObject
        {
            ["Type"] = "AWS_PROXY",
            ["IntegrationHttpMethod"] = "POST",
            ["Uri"] = function.Streams ? InvocationResources.StreamUri(function) : InvocationResources.Uri(function),
            ["TimeoutInMillis"] = Math.Min((function.Settings.TimeoutSeconds + 1) * 1000, function.Streams ? 900_000 : 29_000),
        };
        if (function.Streams)
            integration["ResponseTransferMode"] = "STREAM";
        if (route.Cache is { } cache)
            integration["CacheKeyParameters"] = Cfn.Array(cache.Keys.Select(key => $"method.request.{key}"));
        return integration;
    }
}
