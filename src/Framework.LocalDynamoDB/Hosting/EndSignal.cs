using System.Runtime.InteropServices;

namespace Framework.LocalDynamoDB.Hosting;

/// <summary>Waits for Ctrl+C or SIGTERM. The first asks the process to stop in order; a second ends it at once.</summary>
internal sealed class EndSignal : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public EndSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
    ];

    /// <summary>Completes when a signal comes.</summary>
    public Task Received => _received.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void Take(PosixSignalContext signal) => signal.Cancel = _received.TrySetResult();
}
