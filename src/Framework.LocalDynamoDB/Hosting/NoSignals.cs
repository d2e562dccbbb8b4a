using Microsoft.Extensions.Hosting;

namespace Framework.LocalDynamoDB.Hosting;

/// <summary>A web server inside somebody else's process leaves signals to that process. The host's usual lifetime takes
/// SIGTERM and Ctrl+C for itself and stops the server alone, so that the process would never end.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
