using Framework.Hosting;
using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

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

        Assert.Equal(0, await function.Exited.InTimeAsync());
        Assert.Equal(["shutdown 2", "shutdown 1", "disposed"], TestFunction.Messages(function));
        Assert.Empty(function.Error.Lines);
    }

    // Lambda sends SIGTERM to nobody else: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-shutdown
    [Fact]
    public async Task A_service_with_hooks_registers_an_extension_so_that_Lambda_sends_SIGTERM()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);

        await emulator.Ready.InTimeAsync();

        Assert.Equal(["framework-shutdown"], emulator.Extensions);
    }

    [Fact]
    public async Task A_service_without_hooks_registers_none()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "no-hooks"));

        await TestFunction.LookAsync(emulator);

        Assert.Empty(emulator.Extensions);
    }

    [Fact]
    public async Task With_SnapStart_there_is_none_since_a_snapshot_keeps_no_connection()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, "snap-start");
        await emulator.SnapshotReady.InTimeAsync();
        emulator.Restore();

        await TestFunction.LookAsync(emulator);

        Assert.Empty(emulator.Extensions);
    }

    [Fact]
    public async Task SIGTERM_waits_for_no_invocation()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);
        var hanging = emulator.InvokeAsync(TestFunction.Get("/hang"));
        await function.Output.WaitForAsync("hanging").InTimeAsync();

        function.Terminate();

        Assert.Equal(0, await function.Exited.InTimeAsync());
        Assert.Equal(["hanging", "shutdown 2", "shutdown 1", "disposed"], TestFunction.Messages(function));
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public async Task A_hook_that_fails_keeps_nothing_else_from_ending()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "shutdown"));
        await emulator.Ready.InTimeAsync();

        function.Terminate();

        Assert.Equal(0, await function.Exited.InTimeAsync());
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
        await emulator.Ready.InTimeAsync();

        function.Terminate();

        Assert.Equal(0, await function.Exited.InTimeAsync());
        Assert.Contains("250 ms", Assert.Single(function.Error.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(249, true)]
    [InlineData(250, false)]
    [InlineData(251, false)]
    public async Task The_hooks_have_250_ms_of_the_service_s_own_clock(int milliseconds, bool isInTime)
    {
        var clock = new FakeTimeProvider();
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a")],
            builder => builder.OnShutdown(_ =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
                return Task.CompletedTask;
            }),
            services => services.AddSingleton<TimeProvider>(clock));

        Assert.Equal(isInTime, await Task.Run(() => Shutdown.End(service.Running)).InTimeAsync());
    }
}
