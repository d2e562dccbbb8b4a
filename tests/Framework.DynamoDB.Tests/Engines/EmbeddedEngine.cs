using Framework.DynamoDB.Tests.Engines;

[assembly: AssemblyFixture(typeof(EmbeddedEngine))]

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>The local cloud's own engine, in this process and in memory.</summary>
public sealed class EmbeddedEngine : IEngine, IAsyncLifetime
{
    private LocalDynamoDB.LocalDynamoDB? _engine;
    private Exception? _failure;

    public Uri? Endpoint => _engine?.Endpoint ?? throw new InvalidOperationException("The embedded engine did not start.", _failure);

    public async ValueTask InitializeAsync()
    {
        try
        {
            _engine = await LocalDynamoDB.LocalDynamoDB.StartAsync(new());
        }
#pragma warning disable CA1031 // What keeps it from starting fails its own tests, and not those of the other engine.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
    }
}
