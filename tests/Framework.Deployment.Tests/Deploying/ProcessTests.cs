using Framework.Deployment.Processes;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>The commands in the service's own process, whose settings, such as JSON without reflection, are not those of a test.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestDeployment _deployment = new(TodoService.Build, TodoService.Page);

    [Fact]
    public async Task The_service_deploys_itself()
    {
        var result = await RunAsync("deploy", "--package", _deployment.PackageFile, "--region", "eu-central-1");

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Equal("cloudfront create-invalidation", _deployment.Steps.Last());
    }

    [Fact]
    public async Task It_compares_itself()
    {
        _deployment.HasStack(description: "Todo.Service, made from its code by Framework");
        _deployment.Aws.Answers("get-template.1", Templates.Body("""{"OldTable":{"Type":"AWS::DynamoDB::Table","Properties":{"KeySchema":[]}}}"""));

        var result = await RunAsync("diff", "--region", "eu-central-1");

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("- OldTable (AWS::DynamoDB::Table)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_compares_itself_with_files()
    {
        foreach (var file in Directory.GetFiles(Repository.File("docs/examples/todo/http-api")))
            _deployment.Folder.Write($"old/{Path.GetFileName(file)}", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("MinimumLength: 12", "MinimumLength: 13", StringComparison.Ordinal));

        var result = await RunAsync("diff", "--against", Path.Combine(_deployment.Folder.Path, "old"));

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("Properties.Policies.PasswordPolicy.MinimumLength: \"13\" -> \"12\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_a_wrong_command_line_have_their_exit_codes()
    {
        Assert.Equal(0, (await RunAsync("destroy", "--help")).Code);
        Assert.Equal(2, (await RunAsync("destroy", "--stage", "A")).Code);
        Assert.Equal(1, (await RunAsync("diff", "--against", "/nowhere")).Code);
    }

    public void Dispose() => _deployment.Dispose();

    private Task<ProgramResult> RunAsync(params string[] arguments)
    {
        var path = _deployment.Aws.Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var call = new ProgramCall("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Todo.Service.dll"), .. arguments])
        {
            Variables = new Dictionary<string, string> { ["PATH"] = path },
        };
        return new ProgramRunner(path, TimeProvider.System).RunAsync(call, TestContext.Current.CancellationToken).InTimeAsync();
    }
}
