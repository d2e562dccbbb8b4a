using Framework.DynamoDB.Tests.Engines;

[assembly: AssemblyFixture(typeof(OwnClientEngine))]

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>The local cloud's own engine, behind a client of the SDK that the service registers.</summary>
public sealed class OwnClientEngine : IEngine, IAsyncLifetime
{
    private readonly EmbeddedEngine _engine = new();

    public Uri? Endpoint => _engine.Endpoint;

    public bool HasOwnClient => true;

    public ValueTask InitializeAsync() => _engine.InitializeAsync();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
