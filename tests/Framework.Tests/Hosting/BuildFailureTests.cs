using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;

namespace Framework.Tests.Hosting;

/// <summary>What an author's Program.cs gets wrong, as a process shows it.</summary>
public sealed class BuildFailureTests
{
    [Theory]
    [InlineData("frozen", "The service could not start: The service is built: change its builder before Build(). (Service.cs, line ")]
    [InlineData("argument", "The service could not start: 'todo.example.com' is not an origin: write scheme, host and port without a path, such as https://todo.example.com. (Service.cs, line ")]
    public async Task A_mistake_in_Program_is_one_sentence_with_its_place_and_exit_code_1(string mistake, string expected)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", mistake));

        Assert.Equal(1, await function.Exited.InTimeAsync());
        Assert.StartsWith(expected, Assert.Single(function.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_after_the_start_keeps_its_stack_trace()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "later"));

        Assert.NotEqual(1, await function.Exited.InTimeAsync());
        Assert.StartsWith("Unhandled exception. System.InvalidOperationException: later", function.Error.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_registered_keeps_the_function_from_starting()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("FAIL", "registration"));

        Assert.Equal(1, await function.Exited.InTimeAsync());
        Assert.Equal(
            "Framework.Tests.Lambda could not start: Meet, its rules, policies or filters ask for Meeting, which is not registered: add it to service.Services in Program.cs.",
            Assert.Single(function.Error.Lines));
    }
}
