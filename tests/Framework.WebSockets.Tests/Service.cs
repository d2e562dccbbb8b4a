using Amazon.Runtime;
using Framework.Hosting;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.WebSockets.Tests;

/// <summary>A service that sends to the connections of a <see cref="ManagementApi"/>.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string Id = "L0SM9cOFvHcCIhw=";

    private readonly RunningService _running;

    private Service(ManagementApi api, RunningService running) => (Api, _running) = (api, running);

    public ManagementApi Api { get; }

    public Clock Clock { get; private init; } = new();

    public IConnections Connections => _running.Services.GetRequiredService<IConnections>();

    /// <param name="stage">The path of the stage.</param>
    public static async Task<Service> StartAsync(string stage = "/prod")
    {
        var api = await ManagementApi.StartAsync();
        var clock = new Clock();
        var service = Builder(("FRAMEWORK_CONNECTIONS_ENDPOINT", api.Address.GetLeftPart(UriPartial.Authority) + stage), ("AWS_REGION", "eu-central-1"));
        service.Services.AddWebSocketConnections();
        service.Services.AddSingleton<AWSCredentials>(new SessionAWSCredentials(Signatures.AccessKey, Signatures.SecretKey, Signatures.Token));
        service.Services.AddSingleton<TimeProvider>(clock);
        return new Service(api, service.Build().Start(telemetry: Stream.Null)) { Clock = clock };
    }

    public static MicroserviceBuilder Builder(params (string Name, string Value)[] variables)
    {
        var service = new MicroserviceBuilder("Chat", [], [], local: null)
        {
            Environment = new LambdaEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value),
        };
        service.Json.Use(ChatJson.Default);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await Api.DisposeAsync();
    }
}
