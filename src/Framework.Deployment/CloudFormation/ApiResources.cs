using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>What stands in front of the functions: the API that the settings name, and a WebSocket API where the service has routes of
/// one.</summary>
internal static class ApiResources
{
    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        WebSocketApiResources.Add(resources, model);
        if (model.Routes.Count == 0)
            return;
        switch (model.Settings.Api)
        {
            case ApiType.RestApi:
                RestApiResources.Add(resources, model);
                break;
            case ApiType.FunctionUrl:
                FunctionUrlResources.Add(resources, model);
                break;
            case ApiType.LoadBalancer:
                LoadBalancerResources.Add(resources, model);
                break;
            default:
                HttpApiResources.Add(resources, model);
                break;
        }
    }

    /// <summary>The addresses, by the names of the template's outputs.</summary>
    public static IEnumerable<(string Name, string Description, JsonNode Value)> Outputs(DeploymentModel model)
    {
        if (model.Routes.Count > 0)
            yield return ("Api", "The API's address", Address(model));
        if (model.WebSocketRoutes.Count > 0)
            yield return ("WebSocketApi", "The address of the WebSocket API", Cfn.Sub(WebSocketApiResources.Address));
    }

    /// <summary>The metric of responses with 5xx that the front door itself counts; null where there is no front door.</summary>
    public static (string Namespace, string Name, (string Name, JsonNode Value)[] Dimensions)? Faults(DeploymentModel model) => model.Settings.Api switch
    {
        _ when model.Routes.Count == 0 => null,
        ApiType.RestApi => ("AWS/ApiGateway", "5XXError", [("ApiName", Cfn.Ref("AWS::StackName")), ("Stage", model.Settings.ApiStage)]),
        ApiType.FunctionUrl => ("AWS/Lambda", "Url5xxCount", [("FunctionName", Cfn.Ref(FunctionResources.Id(model.Functions[0])))]),
        ApiType.LoadBalancer => ("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", [("LoadBalancer", Cfn.Attribute(LoadBalancerResources.LoadBalancer, "LoadBalancerFullName"))]),
        _ => ("AWS/ApiGateway", "5xx", [("ApiId", Cfn.Ref(ApiIds.Api))]),
    };

    private static JsonNode Address(DeploymentModel model) => model.Settings.Api switch
    {
        ApiType.RestApi => RestApiResources.Address(model),
        ApiType.FunctionUrl => FunctionUrlResources.Address.DeepClone(),
        ApiType.LoadBalancer => LoadBalancerResources.Address.DeepClone(),
        _ => Cfn.Attribute(ApiIds.Api, "ApiEndpoint"),
    };
}
