using System.Text;
using System.Text.Json;
using Framework.Generated;
using Framework.Hosting;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Service;

/// <summary>Some endpoints, running, with what they log kept.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly MemoryStream _telemetry = new();

    public TestService(
        IReadOnlyList<Endpoint> endpoints,
        Action<MicroserviceBuilder>? configure = null,
        Action<IServiceCollection>? services = null,
        Dictionary<string, string>? environment = null,
        Stream? telemetry = null,
        IReadOnlyList<Authorizer>? authorizers = null)
    {
        var builder = new MicroserviceBuilder("Tests", [], endpoints, local: null)
        {
            Environment = new LambdaEnvironment(name => environment?.GetValueOrDefault(name)),
            Authorizers = authorizers ?? [],
        };
        configure?.Invoke(builder);
        builder.Json.Use(TestJson.Default);
        Running = builder.Build().Start(services, telemetry ?? Stream.Synchronized(_telemetry));
    }

    public RunningService Running { get; }

    public JsonElement[] Lines => [.. Encoding.UTF8.GetString(_telemetry.ToArray())
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public IEnumerable<JsonElement> Logs => Lines.Where(line => !line.TryGetProperty("_aws", out _));

    public IEnumerable<JsonElement> Metrics => Lines.Where(line => line.TryGetProperty("_aws", out _));

    public Task<ClientResponse> SendAsync(HttpApiEvent request) => SendAsync(request.ToJson());

    public Task<ClientResponse> SendAsync(WebSocketApiEvent request) => SendAsync(request.ToJson());

    public async Task<ClientResponse> SendAsync(byte[] payload, string requestId = "request-1", DateTimeOffset? deadline = null)
    {
        using var invocation = new Invocation
        {
            Payload = payload,
            RequestId = requestId,
            Deadline = deadline ?? DateTimeOffset.MaxValue,
        };
        var output = new ResponseBuffer();
        await Running.InvokeAsync(invocation, output);
        return new ClientResponse(output.Body);
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
