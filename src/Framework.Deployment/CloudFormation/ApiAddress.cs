using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>Where the API is, for the distribution in front of it.</summary>
internal static class ApiAddress
{
    /// <summary>The API's domain.</summary>
    public static JsonNode Host(DeploymentModel model) => model.Settings.Api == ApiType.FunctionUrl
        ? new JsonObject { ["Fn::Select"] = new JsonArray(2, new JsonObject { ["Fn::Split"] = new JsonArray("/", FunctionUrlResources.Address.DeepClone()) }) }
        : Cfn.Sub($"${{{ApiIds.Api}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}");

    /// <summary>What comes before its paths.</summary>
    public static string Path(DeploymentModel model) => model.Settings.Api == ApiType.RestApi ? $"/{model.Settings.ApiStage}" : "";
}
