using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Framework.LocalDynamoDB;
using Framework.Testing.RuntimeApi;

namespace Todo.Service.Tests;

/// <summary>The service as it is deployed: published and started as a process, with the Lambda Runtime API and DynamoDB in
/// front of and behind it.</summary>
public abstract class PublishedFunction(string name, string executable, string handler, string options) : IAsyncLifetime
{
    // Publishing writes to the project's own folders.
    private static readonly SemaphoreSlim Publishing = new(1);

    private LocalDynamoDB _dynamo = null!;
    private RuntimeApiEmulator _runtimeApi = null!;

    public string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "published", name);

    public string Executable => Path.Combine(Folder, executable);

    /// <summary>Why no test can run here, or null.</summary>
    public virtual string? Missing => null;

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
        Process = FunctionProcess.Start(Executable, _runtimeApi, new FunctionProcessOptions
        {
            Handler = handler,
            MemorySize = 256,
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

    /// <summary>Invokes it with an event. The result may be an error.</summary>
    public Task<RuntimeApiResult> InvokeAsync(string payload) => InvokeAsync(Encoding.UTF8.GetBytes(payload));

    /// <summary>Invokes it with an event's bytes. The result may be an error.</summary>
    public Task<RuntimeApiResult> InvokeAsync(byte[] payload) => _runtimeApi.InvokeAsync(payload);

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_dynamo is null)
            return;
        await KillAsync();
        await _dynamo.DisposeAsync();
    }

    private async Task<string> PublishAsync()
    {
        var project = Path.Combine(Repository.Root, "src", "Todo.Service");
        var start = new ProcessStartInfo("dotnet", $"publish \"{project}\" -c Release {options} -o \"{Folder}\" --nologo")
        {
            RedirectStandardOutput = true,
        };
        Assert.True(await Publishing.WaitAsync(Waits.BuildLimit));
        try
        {
            using var publish = System.Diagnostics.Process.Start(start)!;
            var output = await publish.StandardOutput.ReadToEndAsync().WaitAsync(Waits.BuildLimit);
            await publish.WaitForExitAsync().InTimeAsync();
            Assert.True(publish.ExitCode == 0, output);
            return output;
        }
        finally
        {
            Publishing.Release();
        }
    }
}
