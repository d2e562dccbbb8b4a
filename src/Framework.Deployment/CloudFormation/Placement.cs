using System.Globalization;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>Says in which stack an endpoint's resources are. A template holds 500 resources, and an endpoint is nine: so the endpoints are
/// divided among eight nested stacks from the first day, by their names alone. A resource that moves to another stack is made anew, and
/// no other endpoint moves one.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation's
/// quotas</see>.</remarks>
internal static class Placement
{
    private const uint Stacks = 8;

    /// <summary>The stack of a function. That of the authorizer is in the root, as the routes of all stacks need it.</summary>
    public static string Of(DeploymentModel model, FunctionModel function) =>
        model.Settings.Functions == FunctionLayout.OneForAll || function.IsAuthorizer ? ResourceSet.Root : Of(function.Name);

    /// <summary>The stack of what has a name of its own.</summary>
    public static string Of(string name) => $"Endpoints{(ApiIds.Number(name) % Stacks).ToString(CultureInfo.InvariantCulture)}";
}
