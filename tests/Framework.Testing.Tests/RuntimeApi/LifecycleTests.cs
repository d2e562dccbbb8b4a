using System.Net;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

public sealed class LifecycleTests : IAsyncLifetime
{
    private const string Body = "{\"errorMessage\":\"No table.\"}";
    private RuntimeApiEmulator _emulator = null!;
    private RuntimeClient _runtime = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await RuntimeApiEmulator.StartAsync();
        _runtime = new(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _runtime.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_failed_initialisation_fails_the_waiting_event()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        using var accepted = await _runtime.FailAsync("init/error", "Runtime.NoTable", Body);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("No table.", (await _emulator.InitError).Message);
        Assert.Equal("Runtime.NoTable", (await invocation).Error?.Type);
    }

    [Fact]
    public async Task Initialisation_cannot_fail_after_the_first_next()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray());
        await _runtime.TakeAsync();

        using var refused = await _runtime.FailAsync("init/error", "Runtime.NoTable", Body);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(_emulator.InitError.IsCompleted);
    }

    [Fact]
    public async Task A_runtime_waits_for_its_restore_and_then_takes_events()
    {
        var restore = _runtime.RestoreAsync();
        await _emulator.SnapshotReady.InTimeAsync();
        Assert.False(restore.IsCompleted);

        _emulator.Restore();
        using var restored = await restore;
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "first" });

        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        Assert.Equal("first", await _runtime.TakeAsync());
    }

    [Fact]
    public async Task A_failed_restore_fails_the_waiting_event()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        _emulator.Restore();
        await _runtime.RestoreAsync();

        using var accepted = await _runtime.FailAsync("restore/error", "Runtime.NoTable", Body);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("Runtime.NoTable", (await _emulator.RestoreError).Type);
        Assert.Equal("No table.", (await invocation).Error?.Message);
    }

    [Fact]
    public async Task A_restore_cannot_fail_before_there_was_one()
    {
        using var refused = await _runtime.FailAsync("restore/error", "Runtime.NoTable", Body);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_snapshot_is_not_taken_after_the_first_next()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray());
        await _runtime.TakeAsync();

        using var refused = await _runtime.RestoreAsync();

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
