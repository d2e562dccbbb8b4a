using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;

namespace Framework.Tests.Hosting;

public sealed class MemoryLimitTests
{
    [Theory]
    [InlineData("256")]
    [InlineData("300")]
    public async Task The_garbage_collector_has_the_function_s_memory_and_not_the_machine_s(string megabytes)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator, environment: ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", megabytes));

        var seen = await TestFunction.LookAsync(emulator);

        Assert.Equal(long.Parse(megabytes) * 1024 * 1024, seen.GetProperty("memoryLimit").GetInt64());
    }
}
