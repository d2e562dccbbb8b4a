using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>Lets API Gateway invoke a function, through its alias.</summary>
internal static partial class InvocationResources
{
    private const string Arn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:";

    /// <summary>The URI by which REST and WebSocket APIs and authorizers invoke a function.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html">API Gateway's documentation</see>
    /// and <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">that of
    /// streams</see>.</remarks>
    public static JsonObject Uri(FunctionModel function) => Cfn.Sub(
        $"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{FunctionResources.Alias(function)}}}/invocations");

    /// <summary>The URI by which a REST API streams a function's response.</summary>
    public static JsonObject StreamUri(FunctionModel function) => Cfn.Sub(
        $"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2021-11-15/functions/${{{FunctionResources.Alias(function)}}}/response-streaming-invocations");

    /// <summary>Lets the API invoke the functions of its routes.</summary>
    public static void AddRoutes(ResourceSet resources, DeploymentModel model)
    {
        foreach (var function in model.Functions)
        {
            foreach (var (index, target) in Targets([.. model.RoutesOf(function)]).Index())
                resources.Add($"{function.Name}Permission{Number(index)}", Permission(function, $"{Arn}${{{ApiIds.Api}}}/*/{target}"), Placement.Of(model, function));
        }
    }

    /// <summary>Lets an API ask the authorizer.</summary>
    public static void AddAuthorizer(ResourceSet resources, FunctionModel function, string api, string authorizer) =>
        resources.Add($"{authorizer}Permission", Permission(function, $"{Arn}${{{api}}}/authorizers/${{{authorizer}}}"));

    /// <summary>Lets the WebSocket API invoke the function of some of its routes.</summary>
    public static JsonObject WebSocketPermission(FunctionModel function) => Permission(function, $"{Arn}${{{ApiIds.WebSocket}}}/*/*");

    // A function's policy has 20 KB, about 45 permissions: one function for many routes has one.
    private static IReadOnlyList<string> Targets(List<RouteModel> routes) => routes.Count > 10
        ? ["*/*"]
        : [.. routes.Select(route => $"{route.Method}{Parameters().Replace(route.Template, "*")}").Distinct()];

    private static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Permission(FunctionModel function, string source) => Cfn.Resource("AWS::Lambda::Permission", new JsonObject
    {
        ["FunctionName"] = Cfn.Ref(FunctionResources.Alias(function)),
        ["Action"] = "lambda:InvokeFunction",
        ["Principal"] = "apigateway.amazonaws.com",
        ["SourceArn"] = Cfn.Sub(source),
    });

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameters();
}
