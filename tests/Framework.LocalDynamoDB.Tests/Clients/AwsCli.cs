using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Clients;

/// <summary>The AWS CLI, of version 1 or 2, with an engine of its own; without it, tests are skipped.</summary>
public sealed class AwsCli : IAsyncLifetime
{
    private LocalDynamoDB? _local;
    private bool _isThere;

    public async ValueTask InitializeAsync()
    {
        _isThere = await Client.RunAsync("aws", ["--version"], Settings) is { Code: 0 };
        _local = await LocalDynamoDB.StartAsync(new());
    }

    public ValueTask DisposeAsync() => _local?.DisposeAsync() ?? default;

    /// <summary>Runs what must succeed; gives the JSON that it wrote, an empty object where it wrote none.</summary>
    public async Task<JsonNode> CallAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.Code == 0, $"aws {string.Join(' ', arguments)}\n{result.Errors}");
        return result.Output.Trim().Length == 0 ? new JsonObject() : JsonNode.Parse(result.Output)!;
    }

    /// <summary>Runs what must fail; gives what it wrote to standard error.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.NotEqual(0, result.Code);
        return result.Errors.Trim();
    }

    private async Task<Client.Result> RunAsync(string[] arguments)
    {
        Assert.SkipUnless(_isThere, "There is no AWS CLI (aws) that runs.");
        return (await Client.RunAsync("aws", ["--endpoint-url", $"{_local!.Endpoint}", "--output", "json", .. arguments], Settings))!;
    }

    // Nothing of the person who runs the tests, and nothing from a network.
    private static Dictionary<string, string?> Settings => new()
    {
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-aws-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-aws-credentials"),
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };
}
