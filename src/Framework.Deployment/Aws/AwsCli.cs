using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Aws;

/// <summary>Runs commands of the AWS CLI.</summary>
/// <param name="programs">Starts it.</param>
internal sealed class AwsCli(ProgramRunner programs)
{
    /// <summary>Refuses a CLI that is absent or too old.</summary>
    /// <exception cref="DeploymentException">It is.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (!programs.Has("aws"))
            throw new DeploymentException("The AWS CLI is not on the PATH: install version 2, https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html.");
        var version = await TextAsync(AwsCalls.Version(), cancellation);
        if (!version.StartsWith("aws-cli/2.", StringComparison.Ordinal))
            throw new DeploymentException($"The AWS CLI on the PATH is {version.Split(' ')[0]}, and version 2 is needed: install it, or put it first on the PATH, https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html.");
    }

    /// <summary>Runs a command.</summary>
    /// <returns>What it wrote, without the spaces around.</returns>
    /// <exception cref="AwsException">It failed.</exception>
    public async Task<string> TextAsync(ProgramCall call, CancellationToken cancellation)
    {
        var result = await programs.RunAsync(call, cancellation);
        return result.Code == 0 ? result.Output.Trim() : throw new AwsException(call, result.Tail(10));
    }

    /// <summary>Runs a command that writes JSON.</summary>
    /// <exception cref="AwsException">It failed, or wrote something else.</exception>
    public async Task<JsonNode> JsonAsync(ProgramCall call, CancellationToken cancellation)
    {
        var text = await TextAsync(call, cancellation);
        try
        {
            return JsonNode.Parse(text) ?? throw new AwsException(call, "It wrote nothing.");
        }
        catch (System.Text.Json.JsonException)
        {
            throw new AwsException(call, $"It wrote no JSON: {text}");
        }
    }
}
