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

    [Theory]
    [InlineData("FRAMEWORK_ENDPOINT", "_HANDLER", "one")]
    [InlineData("_HANDLER", "OTHER", "one")]
    [InlineData("OTHER", "ANOTHER", null)]
    public void The_framework_s_own_variable_for_the_endpoint_goes_before_Lambda_s(string first, string second, string? expected) =>
        Assert.Equal(expected, Of((first, "one"), (second, "two")).Handler);

    [Fact]
    public void What_Lambda_does_not_say_has_the_value_of_a_local_run()
    {
        var local = Of();

        Assert.Equal(("local", "$LATEST", "Development"), (local.FunctionName, local.FunctionVersion, local.EnvironmentName));
        Assert.Equal((null, null, false), (local.RuntimeApi, local.LogLevel, local.IsSnapStart));
    }

    [Fact]
    public void What_Lambda_says_is_read()
    {
        var lambda = Of(
            ("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"), ("AWS_LAMBDA_FUNCTION_NAME", "orders"), ("AWS_LAMBDA_FUNCTION_VERSION", "7"),
            ("AWS_LAMBDA_LOG_LEVEL", "WARN"), ("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

        Assert.Equal(
            ("127.0.0.1:9001", "orders", "7", "WARN", true, "Production"),
            (lambda.RuntimeApi, lambda.FunctionName, lambda.FunctionVersion, lambda.LogLevel, lambda.IsSnapStart, lambda.EnvironmentName));
    }

    private static LambdaEnvironment Of(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
