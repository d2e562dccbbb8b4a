using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;

namespace Framework.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task SIGTERM_while_idle_runs_the_hooks_last_added_first_disposes_the_services_and_exits_with_0()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);
        await TestFunction.LookAsync(emulator);

        function.Terminate();

        Assert.Equal(0, await function.Exited);
        Assert.Equal(["shutdown 2", "shutdown 1", "disposed"], TestFunction.Messages(function));
        Assert.Empty(function.Error.Lines);
    }

    [Fact]
    public async Task SIGTERM_waits_for_no_invocation()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);
        var hanging = emulator.InvokeAsync(TestFunction.Get("/hang"));
        await function.Output.WaitForAsync("hanging");

        function.Terminate();

        Assert.Equal(0, await function.Exited);
        Assert.Equal(["hanging", "shutdown 2", "shutdown 1", "disposed"], TestFunction.Messages(function));
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public async Task A_hook_that_fails_keeps_nothing_else_from_ending()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "shutdown"));
        await emulator.Ready;

        function.Terminate();

        Assert.Equal(0, await function.Exited);
        Assert.Equal(
            ["A part of the service failed to shut down.", "shutdown 2", "shutdown 1", "disposed"],
            TestFunction.Messages(function));
        Assert.Contains("no end", function.Output.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_does_not_end_is_left_before_Lambda_kills_the_process()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "hang"));
        await emulator.Ready;

        function.Terminate();

        Assert.Equal(0, await function.Exited.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("250 ms", Assert.Single(function.Error.Lines), StringComparison.Ordinal);
    }
}
