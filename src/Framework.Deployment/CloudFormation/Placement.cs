using System.Globalization;
using System.Text;
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

    /// <summary>The stack of a function.</summary>
    public static string Of(DeploymentModel model, FunctionModel function) => model.Settings.Functions == FunctionLayout.OneForAll
        ? ResourceSet.Root
        : $"Endpoints{(Hash(function.Name) % Stacks).ToString(CultureInfo.InvariantCulture)}";

    // FNV-1a, the same on every machine and in every version of .NET.
    private static uint Hash(string name) =>
        Encoding.UTF8.GetBytes(name).Aggregate(2_166_136_261u, (hash, value) => unchecked((hash ^ value) * 16_777_619u));
}
