using Framework.Deployment.Aws;
using Framework.Deployment.Model;
using Framework.Deployment.Stages;

namespace Framework.Deployment.Deploying;

/// <summary>Where a command works: a stage, its stack and its region.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Region">The region.</param>
internal sealed record Target(Stage Stage, string Stack, string Region)
{
    /// <summary>Finds them.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="region">The region of the command line, or null.</param>
    /// <param name="variable">Gives an environment variable.</param>
    /// <param name="aws">The CLI, whose settings are asked last; null where no command is run.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="DeploymentException">Nobody says the region.</exception>
    public static async Task<Target> FindAsync(
        Stage stage, string service, string? region, Func<string, string?> variable, AwsCli? aws, CancellationToken cancellation)
    {
        var stack = StackName.Of(service, stage.Name);
        var known = region ?? stage.Region ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION");
        return new Target(stage, stack, known ?? (aws is null ? "$REGION" : await ConfiguredAsync(aws, cancellation)));
    }

    private static async Task<string> ConfiguredAsync(AwsCli aws, CancellationToken cancellation)
    {
        try
        {
            if (await aws.TextAsync(AwsCalls.ConfiguredRegion(), cancellation) is { Length: > 0 } region)
                return region;
        }
        catch (AwsException)
        {
            // The CLI ends so where nothing is configured.
        }
        throw new DeploymentException("Nothing says the region: add --region eu-central-1, set AWS_REGION, or write \"region\" in deployment.json.");
    }
}
