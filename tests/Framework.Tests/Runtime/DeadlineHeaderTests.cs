using Framework.Runtime;

namespace Framework.Tests.Runtime;

public sealed class DeadlineHeaderTests
{
    [Theory]
    [InlineData("99999999999999999")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1764403200000x")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("253402300800000")]
    public async Task An_absurd_deadline_is_none(string header) => Assert.Equal(DateTimeOffset.MaxValue, await DeadlineAsync(header));

    [Theory]
    [InlineData("1764403200000", "2025-11-29T08:00:00Z")]
    [InlineData("253402300799999", "9999-12-31T23:59:59.999Z")]
    public async Task A_deadline_is_read(string header, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), await DeadlineAsync(header));

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:")]
    [InlineData("127.0.0.1:x")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:0")]
    [InlineData("http://127.0.0.1:9001")]
    [InlineData("127.0.0.1:9001/")]
    [InlineData("127.0.0.1:9001/path")]
    [InlineData("user@127.0.0.1:9001")]
    [InlineData("a b")]
    [InlineData("host\r\nx: y")]
    [InlineData(":9001")]
    public void An_address_that_is_none_is_reported(string address) => Assert.Contains(
        "AWS_LAMBDA_RUNTIME_API", Assert.Throws<RuntimeApiException>(() => RuntimeApi.At(address, blocking: true, TimeProvider.System)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1:9001")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:9001")]
    [InlineData("localhost:9001")]
    public void An_address_is_taken(string address) => RuntimeApi.At(address, blocking: true, TimeProvider.System).Dispose();

    private static async Task<DateTimeOffset> DeadlineAsync(string header)
    {
        var channel = new ScriptedChannel($"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id\r\nLambda-Runtime-Deadline-Ms: {header}\r\nContent-Length: 2\r\n\r\n{{}}");
        using var api = new RuntimeApi("host", channel.Once, TimeProvider.System);
        using var invocation = await api.NextAsync();
        return invocation.Deadline;
    }
}
