using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;

namespace Framework.Tests.Hosting;

public sealed class SnapStartTests
{
    [Fact]
    public async Task Hooks_run_before_the_snapshot_and_after_the_restore_and_then_invocations_are_served()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, "snap-start");

        await emulator.SnapshotReady.InTimeAsync();
        await function.Output.WaitForAsync("before snapshot 1").InTimeAsync();
        Assert.Equal(["before snapshot 2", "before snapshot 1"], TestFunction.Messages(function));
        emulator.Restore();
        var seen = await TestFunction.LookAsync(emulator, requestId: "first");

        Assert.Equal("first", seen.GetProperty("requestId").GetString());
        Assert.Equal(
            ["before snapshot 2", "before snapshot 1", "after restore 1", "after restore 2"],
            TestFunction.Messages(function));
    }

    [Fact]
    public async Task Without_SnapStart_neither_kind_of_hook_runs()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);

        await TestFunction.LookAsync(emulator);

        Assert.Empty(TestFunction.Messages(function));
        Assert.False(emulator.SnapshotReady.IsCompleted);
    }

    [Fact]
    public async Task A_hook_that_fails_after_the_restore_is_reported_to_Lambda_and_ends_the_copy()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, "snap-start", ("FAIL", "restore"));
        await emulator.SnapshotReady.InTimeAsync();

        emulator.Restore();

        Assert.Equal(1, await function.Exited.InTimeAsync());
        var error = await emulator.RestoreError.InTimeAsync();
        Assert.Equal(("Runtime.AfterRestoreError", "no network"), (error.Type, error.Message));
    }

    [Fact]
    public async Task A_hook_that_fails_before_the_snapshot_is_a_failed_start()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, "snap-start", ("FAIL", "snapshot"));

        Assert.Equal(1, await function.Exited.InTimeAsync());
        var error = await emulator.InitError.InTimeAsync();
        Assert.Equal(("Runtime.BeforeSnapshotError", "no warmth"), (error.Type, error.Message));
        Assert.False(emulator.SnapshotReady.IsCompleted);
    }
}
