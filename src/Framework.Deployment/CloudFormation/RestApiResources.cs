using System.Globalization;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>A REST API: its paths in the root, its methods in the stacks of the endpoints, authorizer, stage, cache and plans.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGateway.html">
/// AWS::ApiGateway</see>.</remarks>
internal static class RestApiResources
{
    /// <summary>The API's address.</summary>
    public static JsonObject Address(DeploymentModel model) =>
        Cfn.Sub($"https://${{{ApiIds.Api}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}/{model.Settings.ApiStage}");

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        var definition = new RestDefinition(resources);
        definition.Add(ApiIds.Api, Cfn.Resource("AWS::ApiGateway::RestApi", new JsonObject
        {
            ["Name"] = Cfn.Ref("AWS::StackName"),
            [Cfn.Comment] = "The first type of Accept decides whether a response is bytes, so all are: the functions decode and encode.",
            ["BinaryMediaTypes"] = new JsonArray("*/*"),
            ["EndpointConfiguration"] = new JsonObject { ["Types"] = new JsonArray("REGIONAL") },
        }));
        RestPaths.Add(definition, model);
        AddAuthorizer(resources, definition, model);
        foreach (var route in model.Routes)
            definition.Add(ApiIds.Route(route), RestMethod.Of(model, route), Placement.Of(route.Endpoint));
        RestPreflights.Add(definition, model);
        GatewayResponses.Add(definition, model);
        InvocationResources.AddRoutes(resources, model);
        AddStage(resources, definition, model);
        foreach (var plan in model.UsagePlans)
            UsagePlans.Add(resources, plan);
    }

    private static void AddAuthorizer(ResourceSet resources, RestDefinition definition, DeploymentModel model)
    {
        if (model.Routes.All(route => route.IsOpen))
            return;
        if (model.Access == AccessType.UserPool)
        {
            definition.Add(ApiIds.Authorizer, Cfn.Resource("AWS::ApiGateway::Authorizer", new JsonObject
            {
                ["RestApiId"] = Cfn.Ref(ApiIds.Api),
                ["Name"] = "users",
                ["Type"] = "COGNITO_USER_POOLS",
                ["ProviderARNs"] = new JsonArray(Cfn.Attribute(UserResources.Pool, "Arn")),
                ["IdentitySource"] = "method.request.header.Authorization",
            }));
        }
        if (model is not { Access: AccessType.Authorizer, Authorizer: { } authorizer })
            return;
        definition.Add(ApiIds.Authorizer, Cfn.Resource("AWS::ApiGateway::Authorizer", new JsonObject
        {
            ["RestApiId"] = Cfn.Ref(ApiIds.Api),
            ["Name"] = authorizer.Name,
            // A TOKEN authorizer sees one header alone.
            ["Type"] = "REQUEST",
            ["AuthorizerUri"] = InvocationResources.Uri(model.FunctionOf(authorizer.Function)),
            ["IdentitySource"] = string.Join(", ", authorizer.Headers.Select(header => $"method.request.header.{header}")),
            ["AuthorizerResultTtlInSeconds"] = authorizer.CacheSeconds,
        }));
        InvocationResources.AddAuthorizer(resources, model.FunctionOf(authorizer.Function), ApiIds.Api, ApiIds.Authorizer);
    }

    private static void AddStage(ResourceSet resources, RestDefinition definition, DeploymentModel model)
    {
        // A deployment is a copy of the API at that time, and does not change: so another API is another deployment.
        var id = $"ApiDeployment{definition.Hash}";
        var deployment = Cfn.Resource("AWS::ApiGateway::Deployment", new JsonObject { ["RestApiId"] = Cfn.Ref(ApiIds.Api) });
        deployment["DependsOn"] = Cfn.Array(definition.Needs.Where(need => need != ApiIds.Api));
        resources.Add(id, deployment);
        resources.Add(ApiIds.Logs, AccessLogs.Group(model));
        var properties = new JsonObject
        {
            ["RestApiId"] = Cfn.Ref(ApiIds.Api),
            ["DeploymentId"] = Cfn.Ref(id),
            ["StageName"] = model.Settings.ApiStage,
            ["TracingEnabled"] = false,
            ["AccessLogSetting"] = AccessLogs.Setting(ApiIds.Logs, "$context.httpMethod $context.resourcePath"),
            ["MethodSettings"] = Cfn.Array(
                model.Routes.Where(route => route.Throttle is not null || route.Cache is not null).Select(route => MethodSetting(model, route))
                    .Prepend(MethodSetting(model, route: null))),
        };
        if (model.Settings.CacheGB > 0)
        {
            properties["CacheClusterEnabled"] = true;
            properties["CacheClusterSize"] = model.Settings.CacheGB.ToString(CultureInfo.InvariantCulture);
        }
        var stage = Cfn.Resource("AWS::ApiGateway::Stage", properties);
        stage["DependsOn"] = new JsonArray(AccessLogs.AddAccount(resources));
        resources.Add(ApiIds.Stage, stage);
    }

    // With a cache, API Gateway keeps every GET's responses unless the setting says otherwise.
    private static JsonObject MethodSetting(DeploymentModel model, RouteModel? route)
    {
        var setting = AccessLogs.Throttle(route?.Throttle ?? new ThrottleModel(model.Settings.ThrottleRate, model.Settings.ThrottleBurst));
        setting.Insert(0, "HttpMethod", route?.Method ?? "*");
        setting.Insert(1, "ResourcePath", route is null ? "/*" : route.Template == "/" ? "/" : $"/{route.Template.Replace("/", "~1", StringComparison.Ordinal)}");
        if (model.Settings.CacheGB > 0)
            setting["CachingEnabled"] = route?.Cache is not null;
        if (route?.Cache is { } cache)
        {
            setting["CacheTtlInSeconds"] = cache.Seconds;
            setting["CacheDataEncrypted"] = true;
        }
        return setting;
    }
}
