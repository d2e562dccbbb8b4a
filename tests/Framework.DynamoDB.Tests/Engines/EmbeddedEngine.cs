using Framework.DynamoDB.Tests.Engines;

[assembly: AssemblyFixture(typeof(EmbeddedEngine))]

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>The local cloud's own engine, in this process and in memory.</summary>
public sealed class EmbeddedEngine : IEngine, IAsyncLifetime
{
    private LocalDynamoDB.LocalDynamoDB? _engine;

    public Uri? Endpoint => _engine?.Endpoint;

    public async ValueTask InitializeAsync() => _engine = await LocalDynamoDB.LocalDynamoDB.StartAsync(new());

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
    }
}
