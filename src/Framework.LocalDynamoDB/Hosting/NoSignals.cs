using Microsoft.Extensions.Hosting;

namespace Framework.LocalDynamoDB.Hosting;

/// <summary>A host lifetime that leaves signals to the process. The usual lifetime of a host takes SIGTERM and Ctrl+C and only
/// stops the server, so another program that hosts the server would never end.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
