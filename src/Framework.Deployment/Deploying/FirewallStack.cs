using System.Text.Json.Nodes;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;

namespace Framework.Deployment.Deploying;

/// <summary>The stack of the firewall, which CloudFront takes of one region alone.</summary>
internal static class FirewallStack
{
    public const string Region = "us-east-1";

    /// <summary>Its name.</summary>
    /// <param name="stack">The stack that it guards.</param>
    public static string Name(string stack) => $"{stack}-firewall";

    /// <summary>Reads what is deployed with it: the templates of the stack, and its own where the service has a firewall.</summary>
    /// <param name="templates">The service's templates.</param>
    /// <param name="stack">The stack that it guards.</param>
    /// <param name="reader">Reads that stack.</param>
    /// <param name="aws">The CLI.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async Task<IReadOnlyDictionary<string, JsonObject>> DeployedAsync(
        TemplateSet templates, string stack, StackReader reader, AwsCli aws, CancellationToken cancellation)
    {
        var deployed = await reader.TemplatesAsync(stack, cancellation);
        return templates.Firewall is null
            ? deployed
            : deployed.Concat(await new StackReader(aws, new AwsCalls(Region)).SingleAsync(TemplateSet.FirewallName, Name(stack), cancellation)).ToDictionary();
    }
}
