using System.Globalization;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>Refuses a deployment that CloudFormation would break off.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation's
/// quotas</see>.</remarks>
internal static class Quotas
{
    private const int MaxOfStack = 500;
    private const int MaxOfAll = 2500;

    /// <exception cref="DeploymentException">There are too many resources.</exception>
    public static void Check(DeploymentModel model, ResourceSet resources)
    {
        var all = resources.Count + resources.Stacks.Count();
        if (all > MaxOfAll)
            throw new DeploymentException(
                $"{model.Service} is {all.ToString("N0", CultureInfo.InvariantCulture)} resources, and CloudFormation takes 2,500 at once: make the endpoints one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.");
        foreach (var stack in resources.Stacks.Append(ResourceSet.Root))
        {
            var count = resources.Of(stack).Count + (stack == ResourceSet.Root ? resources.Stacks.Count() : 0);
            if (count > MaxOfStack)
                throw new DeploymentException(
                    $"{model.Service} has {count} resources in {(stack == ResourceSet.Root ? "its root stack" : $"the stack {stack}")}, and CloudFormation takes {MaxOfStack}: divide the service.");
        }
    }
}
