using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary><c>deploy --dry-run</c> prints the commands that <c>deploy</c> runs, and runs none.</summary>
public sealed class DryRunTests : IDisposable
{
    private readonly TestDeployment _deployment = new();

    [Fact]
    public async Task It_prints_each_command_that_a_deployment_runs()
    {
        var printed = (await _deployment.DeployAsync("--dry-run")).Output;
        Assert.Empty(_deployment.Aws.Calls);

        await _deployment.DeployAsync();

        var lines = printed.Split('\n').Where(line => line.StartsWith("aws ", StringComparison.Ordinal) || line.StartsWith("ACCOUNT=$(aws ", StringComparison.Ordinal))
            .Select(line => line.Replace("ACCOUNT=$(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)
                .Replace("$ACCOUNT", TestDeployment.Account, StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal));
        Assert.All(_deployment.Aws.Calls.Select(call => $"aws {string.Join(' ', call)}"), call => Assert.Contains(call, lines));
    }

    [Fact]
    public async Task It_needs_no_AWS_at_all()
    {
        _deployment.Variables["PATH"] = "";
        _deployment.Variables.Remove("AWS_REGION");

        var (code, output, errors) = await _deployment.DeployAsync("--dry-run", "--stage", "prod");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("REGION=$(aws configure get region)", output, StringComparison.Ordinal);
        Assert.Contains("\"LocationConstraint=$REGION\"", output, StringComparison.Ordinal);
        Assert.Contains("--enable-termination-protection", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_missing_is_a_variable_of_the_shell()
    {
        using var todo = new TestDeployment(TodoService.Build);

        var (code, output, _) = await todo.DeployAsync("--dry-run");

        Assert.Equal(0, code);
        Assert.Contains("# PageUrl has no value: --parameter PageUrl=VALUE", output, StringComparison.Ordinal);
        Assert.Contains("\"ParameterKey=PageUrl,ParameterValue=$PageUrl\"", output, StringComparison.Ordinal);
        Assert.Contains("ParameterValue=todo-service-dev-$ACCOUNT", output, StringComparison.Ordinal);
    }

    public void Dispose() => _deployment.Dispose();
}
