using Framework.Deployment.Model;
using Framework.Deployment.Processes;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests;

/// <summary>The one place where programs are started.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly StandIn _program;

    public ProgramTests() => _program = new StandIn(_folder, "tool");

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments = ["a b", "say", "$HOME", "`x`", "\"'\\", "*", "é"];

        var result = await RunAsync(new ProgramCall("tool", arguments));

        Assert.Equal(0, result.Code);
        Assert.Equal(arguments, Assert.Single(_program.Calls));
    }

    [Fact]
    public async Task A_program_that_fails_gives_its_code_and_its_errors()
    {
        _program.Fails("say", 1, "one\n\ntwo\nthree\n");

        var result = await RunAsync(new ProgramCall("tool", ["a", "say"]));

        Assert.Equal((254, "two\nthree"), (result.Code, result.Tail(2)));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_one_sentence() => Assert.Equal(
        "nothing is not on the PATH: install it, or add its folder to the PATH.",
        (await Assert.ThrowsAsync<DeploymentException>(() => RunAsync(new ProgramCall("nothing", [])))).Message);

    [Fact]
    public async Task A_file_that_is_no_program_is_one_sentence()
    {
        _folder.Write("bin/text", "");

        Assert.Contains("cannot be started", (await Assert.ThrowsAsync<DeploymentException>(() => RunAsync(new ProgramCall("text", [])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        _program.Hangs("say");

        var exception = await Assert.ThrowsAsync<DeploymentException>(
            () => RunAsync(new ProgramCall("tool", ["a", "say"]) { Limit = TimeSpan.FromMinutes(3) }, new ImmediateClock()));

        Assert.Equal("tool did not end within 3 minutes and was ended: tool a say", exception.Message);
    }

    [Fact]
    public async Task A_program_is_ended_with_its_command()
    {
        _program.Hangs("say");
        using var stop = new CancellationTokenSource();
        var running = new ProgramRunner(_program.Folder + ":/bin:/usr/bin", TimeProvider.System).RunAsync(new ProgramCall("tool", ["a", "say"]), stop.Token);
        await Waits.UntilAsync(() => Task.FromResult(_program.Calls.Count == 1));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.InTimeAsync());
    }

    [Theory]
    [InlineData("a-b_c./:=,@%+", "a-b_c./:=,@%+")]
    [InlineData("a b", "'a b'")]
    [InlineData("", "''")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$A \"b\" `c` \\", "\"$A \\\"b\\\" \\`c\\` \\\\\"")]
    public void A_command_can_be_copied_into_a_shell(string argument, string text) => Assert.Equal($"tool {text}", new ProgramCall("tool", [argument]).ToString());

    public void Dispose() => _folder.Dispose();

    private Task<ProgramResult> RunAsync(ProgramCall call, TimeProvider? clock = null) =>
        new ProgramRunner(_program.Folder, clock ?? TimeProvider.System).RunAsync(call, TestContext.Current.CancellationToken).InTimeAsync();
}
