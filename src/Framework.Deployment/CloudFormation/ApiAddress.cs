using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>Where the API is, for those who stand in front of it.</summary>
internal static class ApiAddress
{
    /// <summary>The API's domain.</summary>
    public static JsonObject Host(DeploymentModel model) => Cfn.Sub("${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}");

    /// <summary>What comes before its paths: nothing at an HTTP API's default stage.</summary>
    public static JsonNode Path(DeploymentModel model) => "";
}
