using System.Diagnostics;
using System.Text.Json.Nodes;
using Framework.Local.DynamoDB;
using Framework.Testing.RuntimeApi;

namespace Todo.Service.Tests;

/// <summary>The service as it is deployed: published as a Native AOT binary and started as a process, with the Lambda
/// Runtime API and DynamoDB in front of and behind it.</summary>
public sealed class PublishedFunction : IAsyncLifetime
{
    private LocalDynamoDB _dynamo = null!;
    private RuntimeApiEmulator _runtimeApi = null!;

    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "published", "Todo.Service");

    /// <summary>Why no test can run here, or null.</summary>
    public string? Missing { get; } =
        Repository.Has("clang") ? null : "clang, which links Native AOT binaries, is not installed.";

    public static string Binary => Path.Combine(Folder, "bootstrap");

    public FunctionProcess Process { get; private set; } = null!;

    public string PublishOutput { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        PublishOutput = await PublishAsync();
        _dynamo = await LocalDynamoDB.StartAsync(new LocalDynamoDBOptions());
        await TodosTable.CreateAsync(_dynamo.Endpoint);
        await StartAsync();
    }

    public async Task StartAsync()
    {
        _runtimeApi = await RuntimeApiEmulator.StartAsync();
        Process = FunctionProcess.Start(Binary, _runtimeApi, new FunctionProcessOptions
        {
            Environment = new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL_DYNAMODB"] = _dynamo.Endpoint.ToString(),
                ["AWS_ACCESS_KEY_ID"] = "test",
                ["AWS_SECRET_ACCESS_KEY"] = "test",
                ["FRAMEWORK_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]),
            },
        });
    }

    public async Task<JsonNode> InvokeAsync(string method, string path, object? body = null, string? user = "alice")
    {
        var result = await _runtimeApi.InvokeAsync(HttpApiEvents.Write(method, path, body, user));
        Assert.Null(result.Error);
        return JsonNode.Parse(result.Payload.Span)!;
    }

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_dynamo is null)
            return;
        await KillAsync();
        await _dynamo.DisposeAsync();
    }

    private static async Task<string> PublishAsync()
    {
        var project = Path.Combine(Repository.Root, "src", "Todo.Service");
        var start = new ProcessStartInfo("dotnet", $"publish \"{project}\" -c Release -r linux-x64 -o \"{Folder}\" --nologo")
        {
            RedirectStandardOutput = true,
        };
        using var publish = System.Diagnostics.Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
        return output;
    }
}
