using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>An HTTP API: its routes, one integration a function, the authorizer, CORS as the code has it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGatewayV2.html">
/// AWS::ApiGatewayV2</see>.</remarks>
internal static class HttpApiResources
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html: both are of one API; the first can be raised.
    private const int MaxRoutes = 300;
    private const int MaxIntegrations = 300;

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        var functions = model.Functions.Where(function => model.RoutesOf(function).Any()).ToList();
        Check(model, functions.Count);
        resources.Add(ApiIds.Api, Cfn.Resource("AWS::ApiGatewayV2::Api", Properties(model)));
        resources.Add(ApiIds.Logs, AccessLogs.Group(model));
        resources.Add(ApiIds.Stage, Stage(model));
        AddAuthorizer(resources, model);
        foreach (var function in functions)
            AddFunction(resources, model, function);
        InvocationResources.AddRoutes(resources, model);
    }

    private static void Check(DeploymentModel model, int functions)
    {
        if (functions > MaxIntegrations)
            throw new DeploymentException(
                $"{model.Service} has {functions} endpoints, and an HTTP API takes {MaxIntegrations} integrations, one an endpoint's function: make them one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.");
        if (model.Routes.Count > MaxRoutes && model.Settings.Functions == FunctionLayout.OnePerEndpoint)
            throw new DeploymentException(
                $"{model.Service} has {model.Routes.Count} routes, and an HTTP API takes {MaxRoutes} unless AWS raises the quota: make them one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.");
    }

    private static JsonObject Properties(DeploymentModel model)
    {
        var properties = new JsonObject { ["Name"] = Cfn.Ref("AWS::StackName"), ["ProtocolType"] = "HTTP" };
        if (model.Cors is not { } cors)
            return properties;
        var configuration = new JsonObject
        {
            [Cfn.Comment] = "As service.Cors says. The API answers preflights and drops the functions' own headers.",
            ["AllowOrigins"] = Cfn.Array(cors.Origins),
            ["AllowMethods"] = Cfn.Array(cors.Methods),
            ["AllowHeaders"] = Cfn.Array(cors.Headers),
            ["ExposeHeaders"] = Cfn.Array(cors.ExposedHeaders),
            ["MaxAge"] = cors.MaxAgeSeconds,
        };
        if (cors.AllowsCredentials)
            configuration["AllowCredentials"] = true;
        properties["CorsConfiguration"] = configuration;
        return properties;
    }

    private static JsonObject Stage(DeploymentModel model)
    {
        var stage = Cfn.Resource("AWS::ApiGatewayV2::Stage", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.Api),
            ["StageName"] = "$default",
            ["AutoDeploy"] = true,
            ["DefaultRouteSettings"] = AccessLogs.Throttle(new ThrottleModel(model.Settings.ThrottleRate, model.Settings.ThrottleBurst)),
            ["AccessLogSettings"] = AccessLogs.Setting(ApiIds.Logs, "$context.routeKey"),
        });
        var throttled = model.Routes.Where(route => route.Throttle is not null).ToList();
        if (throttled.Count == 0)
            return stage;
        stage["Properties"]!["RouteSettings"] = new JsonObject(throttled.Select(route => KeyValuePair.Create<string, JsonNode?>(Key(route), AccessLogs.Throttle(route.Throttle!))));
        // A stage takes settings of routes that are there alone.
        stage["DependsOn"] = Cfn.Array(throttled.Select(route => model.FunctionOf(route.Function)).Select(function => Placement.Of(model, function))
            .Concat(throttled.Select(route => Placement.Of(model, model.FunctionOf(route.Function)) == ResourceSet.Root ? ApiIds.Route(route) : ""))
            .Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal));
        return stage;
    }

    private static void AddAuthorizer(ResourceSet resources, DeploymentModel model)
    {
        if (Authorizer(model) is not { } authorizer)
            return;
        resources.Add(ApiIds.Authorizer, Cfn.Resource("AWS::ApiGatewayV2::Authorizer", authorizer));
        if (model.Access == AccessType.Authorizer)
            InvocationResources.AddAuthorizer(resources, model.FunctionOf(model.Authorizer!.Function), ApiIds.Api, ApiIds.Authorizer);
    }

    private static JsonObject? Authorizer(DeploymentModel model) => model.Access switch
    {
        _ when model.Routes.All(route => route.IsOpen) => null,
        AccessType.UserPool => Jwt(Cfn.Sub(UserResources.Issuer), new JsonArray(Cfn.Ref(UserResources.Client))),
        AccessType.Issuer => Jwt(model.Settings.Issuer!, Cfn.Array(model.Settings.Audiences)),
        AccessType.Authorizer => Lambda(model.Authorizer!, model.FunctionOf(model.Authorizer!.Function)),
        _ => null,
    };

    private static JsonObject Jwt(JsonNode issuer, JsonArray audience) => new()
    {
        ["ApiId"] = Cfn.Ref(ApiIds.Api),
        ["Name"] = "users",
        ["AuthorizerType"] = "JWT",
        ["IdentitySource"] = new JsonArray("$request.header.Authorization"),
        ["JwtConfiguration"] = new JsonObject { ["Issuer"] = issuer, ["Audience"] = audience },
    };

    private static JsonObject Lambda(AuthorizerModel authorizer, FunctionModel function) => new()
    {
        ["ApiId"] = Cfn.Ref(ApiIds.Api),
        ["Name"] = authorizer.Name,
        ["AuthorizerType"] = "REQUEST",
        ["AuthorizerUri"] = InvocationResources.Uri(function),
        ["AuthorizerPayloadFormatVersion"] = "2.0",
        ["EnableSimpleResponses"] = !authorizer.UsesPolicies,
        ["AuthorizerResultTtlInSeconds"] = authorizer.CacheSeconds,
        ["IdentitySource"] = Cfn.Array(authorizer.Headers.Select(header => $"$request.header.{header}")),
    };

    private static void AddFunction(ResourceSet resources, DeploymentModel model, FunctionModel function)
    {
        var integration = $"{function.Name}Integration";
        var stack = Placement.Of(model, function);
        resources.Add(integration, Integration(function), stack);
        foreach (var route in model.RoutesOf(function))
            resources.Add(ApiIds.Route(route), Route(model, route, integration), stack);
    }

    private static JsonObject Integration(FunctionModel function) => Cfn.Resource("AWS::ApiGatewayV2::Integration", new JsonObject
    {
        ["ApiId"] = Cfn.Ref(ApiIds.Api),
        ["IntegrationType"] = "AWS_PROXY",
        ["IntegrationUri"] = Cfn.Ref(FunctionResources.Alias(function)),
        ["PayloadFormatVersion"] = "2.0",
        ["TimeoutInMillis"] = Math.Min((function.Settings.TimeoutSeconds + 1) * 1000, 30_000),
    });

    private static JsonObject Route(DeploymentModel model, RouteModel route, string integration)
    {
        var properties = new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.Api),
            ["RouteKey"] = Key(route),
            ["Target"] = Cfn.Sub($"integrations/${{{integration}}}"),
            ["AuthorizationType"] = route.IsOpen ? "NONE" : Authorization(model.Access),
        };
        if (!route.IsOpen && model.Access != AccessType.Iam)
            properties["AuthorizerId"] = Cfn.Ref(ApiIds.Authorizer);
        if (route.Scopes.Count > 0 && model.Access is AccessType.UserPool or AccessType.Issuer)
            properties["AuthorizationScopes"] = Cfn.Array(route.Scopes);
        return Cfn.Resource("AWS::ApiGatewayV2::Route", properties);
    }

    private static string Authorization(AccessType access) => access switch
    {
        AccessType.Iam => "AWS_IAM",
        AccessType.Authorizer => "CUSTOM",
        _ => "JWT",
    };

    private static string Key(RouteModel route) => $"{route.Method} {route.Template}";
}
