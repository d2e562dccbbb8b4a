using Framework.Runtime;

namespace Framework.Tests.Runtime;

public sealed class LambdaEnvironmentTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("many", 1)]
    [InlineData("16", 16)]
    public void Concurrency_is_one_unless_Lambda_says_more(string? setting, int expected) =>
        Assert.Equal(expected, new LambdaEnvironment(_ => setting).MaxConcurrency);

    [Fact]
    public void An_empty_variable_counts_as_unset() => Assert.Null(new LambdaEnvironment(_ => "")["TABLE"]);
}
