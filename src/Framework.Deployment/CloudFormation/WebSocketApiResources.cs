using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>A WebSocket API: its routes, one integration a function, and the authorizer of <c>$connect</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGatewayV2.html">
/// AWS::ApiGatewayV2</see>.</remarks>
internal static class WebSocketApiResources
{
    /// <summary>The address below which the connections are, as <c>Fn::Sub</c> takes it.</summary>
    public const string Connections = "https://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live";

    /// <summary>The address that clients connect to.</summary>
    public const string Address = "wss://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live";

    private const string Authorizer = "WebSocketApiAuthorizer";
    private const string Logs = "WebSocketApiLogs";

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    private const int MaxRoutes = 300;

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (model.WebSocketRoutes.Count == 0)
            return;
        if (model.WebSocketRoutes.Count > MaxRoutes)
            throw new DeploymentException($"{model.Service} has {model.WebSocketRoutes.Count} routes of messages, and a WebSocket API takes {MaxRoutes} unless AWS raises the quota: divide the service.");
        resources.Add(ApiIds.WebSocket, Cfn.Resource("AWS::ApiGatewayV2::Api", new JsonObject
        {
            ["Name"] = Cfn.Sub("${AWS::StackName}-connections"),
            ["ProtocolType"] = "WEBSOCKET",
            ["RouteSelectionExpression"] = "$request.body.action",
        }));
        resources.Add(Logs, AccessLogs.Group(model));
        var stage = Cfn.Resource("AWS::ApiGatewayV2::Stage", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.WebSocket),
            ["StageName"] = "live",
            ["AutoDeploy"] = true,
            ["DefaultRouteSettings"] = AccessLogs.Throttle(new ThrottleModel(model.Settings.ThrottleRate, model.Settings.ThrottleBurst)),
            ["AccessLogSettings"] = AccessLogs.Setting(Logs, "$context.routeKey"),
        });
        stage["DependsOn"] = new JsonArray(AccessLogs.AddAccount(resources));
        resources.Add("WebSocketApiStage", stage);
        if (HasAuthorizer(model))
            AddAuthorizer(resources, model);
        foreach (var routes in model.WebSocketRoutes.GroupBy(route => route.Function))
            AddFunction(resources, model, model.FunctionOf(routes.Key), routes);
    }

    private static bool HasAuthorizer(DeploymentModel model) => model.Access == AccessType.Authorizer && model.WebSocketRoutes.Any(IsClosedConnect);

    private static bool IsClosedConnect(WebSocketRouteModel route) => route is { Key: "$connect", IsOpen: false };

    // Without identity sources the authorizer is asked for each connection, and may look at the query too: a browser sends no headers of
    // its own. Results are not kept.
    private static void AddAuthorizer(ResourceSet resources, DeploymentModel model)
    {
        var function = model.FunctionOf(model.Authorizer!.Function);
        resources.Add(Authorizer, Cfn.Resource("AWS::ApiGatewayV2::Authorizer", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.WebSocket),
            ["Name"] = model.Authorizer.Name,
            ["AuthorizerType"] = "REQUEST",
            ["AuthorizerUri"] = InvocationResources.Uri(function),
        }));
        InvocationResources.AddAuthorizer(resources, function, ApiIds.WebSocket, Authorizer);
    }

    private static void AddFunction(ResourceSet resources, DeploymentModel model, FunctionModel function, IEnumerable<WebSocketRouteModel> routes)
    {
        var integration = $"{function.Name}WebSocketIntegration";
        var stack = Placement.Of(model, function);
        resources.Add(integration, Cfn.Resource("AWS::ApiGatewayV2::Integration", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.WebSocket),
            ["IntegrationType"] = "AWS_PROXY",
            ["IntegrationUri"] = InvocationResources.Uri(function),
            ["TimeoutInMillis"] = Math.Min((function.Settings.TimeoutSeconds + 1) * 1000, 29_000),
        }), stack);
        foreach (var route in routes)
            AddRoute(resources, model, route, integration, stack);
        resources.Add($"{function.Name}WebSocketPermission", InvocationResources.WebSocketPermission(function), stack);
    }

    private static void AddRoute(ResourceSet resources, DeploymentModel model, WebSocketRouteModel route, string integration, string stack)
    {
        var id = ApiIds.Route(route);
        var properties = new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.WebSocket),
            ["RouteKey"] = route.Key,
            ["Target"] = Cfn.Sub($"integrations/${{{integration}}}"),
        };
        // The caller of $connect is that of every later message.
        if (route.Key == "$connect")
            properties["AuthorizationType"] = route.IsOpen ? "NONE" : HasAuthorizer(model) ? "CUSTOM" : "AWS_IAM";
        if (IsClosedConnect(route) && HasAuthorizer(model))
            properties["AuthorizerId"] = Cfn.Ref(Authorizer);
        if (route.Responds)
            properties["RouteResponseSelectionExpression"] = "$default";
        resources.Add(id, Cfn.Resource("AWS::ApiGatewayV2::Route", properties), stack);
        if (!route.Responds)
            return;
        resources.Add($"{id}Response", Cfn.Resource("AWS::ApiGatewayV2::RouteResponse", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.WebSocket),
            ["RouteId"] = Cfn.Ref(id),
            ["RouteResponseKey"] = "$default",
        }), stack);
    }
}
