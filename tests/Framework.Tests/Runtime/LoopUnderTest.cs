using System.Collections.Concurrent;
using System.Net.Sockets;
using Framework.Runtime;
using Framework.Testing.RuntimeApi;

namespace Framework.Tests.Runtime;

/// <summary>A loop on a thread of its own, until its connection is closed.</summary>
internal sealed class LoopUnderTest : IAsyncDisposable
{
    private readonly RuntimeApi _api;
    private readonly Task _running;

    public LoopUnderTest(RuntimeApiEmulator emulator, InvocationHandler handle, bool blocking = true)
    {
        _api = RuntimeApi.At(emulator.Address, blocking, TimeProvider.System);
        var loop = new RuntimeLoop(_api, handle, TraceIds.Enqueue);
        _running = Task.Factory.StartNew(loop.RunAsync, TaskCreationOptions.LongRunning).Unwrap();
    }

    public ConcurrentQueue<string?> TraceIds { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        var failure = await Record.ExceptionAsync(() => _running);
        Assert.True(failure is SocketException or RuntimeApiException or ObjectDisposedException, $"{failure}");
    }
}
