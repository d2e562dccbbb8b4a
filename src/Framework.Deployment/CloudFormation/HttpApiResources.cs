using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>An HTTP API: its routes, one integration a function, the authorizer of the users, CORS as the code has it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGatewayV2.html">
/// AWS::ApiGatewayV2</see>.</remarks>
internal static partial class HttpApiResources
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html: both are of one API; the first can be raised.
    private const int MaxRoutes = 300;
    private const int MaxIntegrations = 300;

    private const string Api = "Api";
    private const string Authorizer = "ApiAuthorizer";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        Check(model);
        resources.Add(Api, Cfn.Resource("AWS::ApiGatewayV2::Api", Properties(model)));
        resources.Add("ApiLogs", Cfn.Resource("AWS::Logs::LogGroup", new JsonObject { ["RetentionInDays"] = model.Settings.LogRetentionDays }));
        resources.Add("ApiStage", Cfn.Resource("AWS::ApiGatewayV2::Stage", Stage(model)));
        if (model.HasUsers)
            resources.Add(Authorizer, Cfn.Resource("AWS::ApiGatewayV2::Authorizer", Jwt()));
        foreach (var function in model.Functions)
            AddFunction(resources, model, function);
    }

    private static void Check(DeploymentModel model)
    {
        if (model.Functions.Count > MaxIntegrations)
            throw new DeploymentException(
                $"{model.Service} has {model.Functions.Count} endpoints, and an HTTP API takes {MaxIntegrations} integrations, one an endpoint's function: make them one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.");
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

    private static JsonObject Stage(DeploymentModel model) => new()
    {
        ["ApiId"] = Cfn.Ref(Api),
        ["StageName"] = "$default",
        ["AutoDeploy"] = true,
        ["DefaultRouteSettings"] = new JsonObject
        {
            ["ThrottlingRateLimit"] = model.Settings.ThrottleRate,
            ["ThrottlingBurstLimit"] = model.Settings.ThrottleBurst,
        },
        ["AccessLogSettings"] = new JsonObject
        {
            ["DestinationArn"] = Cfn.Attribute("ApiLogs", "Arn"),
            ["Format"] = """{"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status","latency":"$context.responseLatency","error":"$context.error.message","integrationError":"$context.integrationErrorMessage"}""",
        },
    };

    private static JsonObject Jwt() => new()
    {
        ["ApiId"] = Cfn.Ref(Api),
        ["Name"] = "users",
        ["AuthorizerType"] = "JWT",
        ["IdentitySource"] = new JsonArray("$request.header.Authorization"),
        ["JwtConfiguration"] = new JsonObject
        {
            ["Issuer"] = Cfn.Sub(UserResources.Issuer),
            ["Audience"] = new JsonArray(Cfn.Ref(UserResources.Client)),
        },
    };

    private static void AddFunction(ResourceSet resources, DeploymentModel model, FunctionModel function)
    {
        var integration = $"{function.Name}Integration";
        var stack = Placement.Of(model, function);
        resources.Add(integration, Integration(function), stack);
        var routes = model.Routes.Where(route => model.Functions.Count == 1 || route.Function == function.Name).ToList();
        foreach (var (index, route) in routes.Index())
            resources.Add(RouteId(routes, index), Route(route, integration), stack);
        foreach (var (index, target) in Targets(routes).Index())
            resources.Add($"{function.Name}Permission{Number(index)}", Permission(function, target), stack);
    }

    // One an endpoint where it has one route.
    private static string RouteId(List<RouteModel> routes, int index)
    {
        var route = routes[index];
        return $"{route.Endpoint}Route{Number(routes.Take(index).Count(other => other.Endpoint == route.Endpoint))}";
    }

    private static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Integration(FunctionModel function) => Cfn.Resource("AWS::ApiGatewayV2::Integration", new JsonObject
    {
        ["ApiId"] = Cfn.Ref(Api),
        ["IntegrationType"] = "AWS_PROXY",
        ["IntegrationUri"] = Cfn.Ref(FunctionResources.Alias(function)),
        ["PayloadFormatVersion"] = "2.0",
        ["TimeoutInMillis"] = Math.Min((function.Settings.TimeoutSeconds + 1) * 1000, 30_000),
    });

    private static JsonObject Route(RouteModel route, string integration)
    {
        var properties = new JsonObject
        {
            ["ApiId"] = Cfn.Ref(Api),
            ["RouteKey"] = $"{route.Method} {route.Template}",
            ["Target"] = Cfn.Sub($"integrations/${{{integration}}}"),
            ["AuthorizationType"] = route.IsOpen ? "NONE" : "JWT",
        };
        if (!route.IsOpen)
            properties["AuthorizerId"] = Cfn.Ref(Authorizer);
        return Cfn.Resource("AWS::ApiGatewayV2::Route", properties);
    }

    // A function's policy has 20 KB, about 45 permissions: one function for many routes has one.
    private static IReadOnlyList<string> Targets(List<RouteModel> routes) => routes.Count > 10
        ? ["*/*"]
        : [.. routes.Select(route => $"{route.Method}{Parameters().Replace(route.Template, "*")}").Distinct()];

    private static JsonObject Permission(FunctionModel function, string target) => Cfn.Resource("AWS::Lambda::Permission", new JsonObject
    {
        ["FunctionName"] = Cfn.Ref(FunctionResources.Alias(function)),
        ["Action"] = "lambda:InvokeFunction",
        ["Principal"] = "apigateway.amazonaws.com",
        ["SourceArn"] = Cfn.Sub($"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{Api}}}/*/{target}"),
    });

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameters();
}
