using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>CodeDeploy, which moves the callers of each function to its new version bit by bit, and back where an alarm rings.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html">
/// UpdatePolicy</see> and <see href="https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html">
/// CodeDeploy's role</see>.</remarks>
internal static class ShiftResources
{
    private const string Application = "Shift";
    private const string Role = "ShiftRole";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (model.Settings.Shift == TrafficShift.None)
            return;
        resources.Add(Application, Cfn.Resource("AWS::CodeDeploy::Application", new JsonObject { ["ComputePlatform"] = "Lambda" }));
        resources.Add(Role, Cfn.Resource("AWS::IAM::Role", new JsonObject
        {
            ["AssumeRolePolicyDocument"] = Cfn.AssumedBy("codedeploy.amazonaws.com"),
            ["ManagedPolicyArns"] = new JsonArray(Cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited")),
        }));
        foreach (var function in model.Functions)
            resources.Add(Group(function), GroupOf(model, function), Placement.Of(model, function));
    }

    /// <summary>How CloudFormation updates a function's alias; null for at once.</summary>
    public static JsonObject? UpdatePolicy(DeploymentModel model, FunctionModel function) => model.Settings.Shift == TrafficShift.None
        ? null
        : new JsonObject
        {
            ["CodeDeployLambdaAliasUpdate"] = new JsonObject
            {
                ["ApplicationName"] = Cfn.Ref(Application),
                ["DeploymentGroupName"] = Cfn.Ref(Group(function)),
            },
        };

    private static string Group(FunctionModel function) => $"{function.Name}Shift";

    // One deployment at a time runs in a group, so each function has its own.
    private static JsonObject GroupOf(DeploymentModel model, FunctionModel function) => Cfn.Resource("AWS::CodeDeploy::DeploymentGroup", new JsonObject
    {
        ["ApplicationName"] = Cfn.Ref(Application),
        ["ServiceRoleArn"] = Cfn.Attribute(Role, "Arn"),
        ["DeploymentConfigName"] = $"CodeDeployDefault.{model.Settings.Shift}",
        ["DeploymentStyle"] = new JsonObject { ["DeploymentType"] = "BLUE_GREEN", ["DeploymentOption"] = "WITH_TRAFFIC_CONTROL" },
        ["AlarmConfiguration"] = new JsonObject
        {
            ["Enabled"] = true,
            ["Alarms"] = Cfn.Array(AlarmResources.Of(model, function).Select(alarm => (JsonNode)new JsonObject { ["Name"] = Cfn.Ref(alarm) })),
        },
        ["AutoRollbackConfiguration"] = new JsonObject
        {
            ["Enabled"] = true,
            ["Events"] = new JsonArray("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"),
        },
    });
}
