using Framework.Runtime;

namespace Framework.Tests.Runtime;

/// <summary>The Extensions API, byte by byte.</summary>
public sealed class ExtensionApiTests
{
    private const string Registered = "HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: abc\r\nContent-Length: 2\r\n\r\n{}";

    [Fact]
    public async Task It_registers_for_no_events_and_then_asks_for_one()
    {
        using var channel = new ScriptedChannel(Registered);
        using var api = new ExtensionApi("127.0.0.1:9001", channel.Once);

        var waiting = await api.RegisterAsync();
        await waiting.InTimeAsync();

        Assert.Equal(
            "POST /2020-01-01/extension/register HTTP/1.1\r\nHost: 127.0.0.1:9001\r\nLambda-Extension-Name: framework-shutdown\r\n"
            + "Content-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"events\":[]}"
            + "GET /2020-01-01/extension/event/next HTTP/1.1\r\nHost: 127.0.0.1:9001\r\nLambda-Extension-Identifier: abc\r\n\r\n",
            channel.Sent);
    }

    [Theory]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "403")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "200")]
    public async Task An_extension_that_Lambda_does_not_take_is_an_error(string response, string status)
    {
        using var channel = new ScriptedChannel(response);
        using var api = new ExtensionApi("127.0.0.1:9001", channel.Once);

        var exception = await Assert.ThrowsAsync<RuntimeApiException>(api.RegisterAsync);

        Assert.Equal($"The Extensions API responded with {status} to register.", exception.Message);
    }
}
