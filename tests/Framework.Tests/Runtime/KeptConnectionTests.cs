using System.Text;
using Framework.Runtime;

namespace Framework.Tests.Runtime;

/// <summary>A connection is kept while the server keeps it, and no longer.</summary>
public sealed class KeptConnectionTests
{
    private const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private readonly List<ScriptedChannel> _opened = [];

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\n")]
    public async Task A_kept_connection_carries_the_next_request(string head)
    {
        using var connection = Connection([$"{head}a", $"{head}b"]);

        Assert.Equal("a", await SendAsync(connection));
        Assert.Equal("b", await SendAsync(connection));
        Assert.Single(_opened);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\n\r\n")]
    public async Task A_server_that_closes_after_each_response_gets_the_next_request_on_a_new_connection(string head)
    {
        using var connection = Connection([$"{head}a", "never read"], [$"{head}b"]);

        Assert.Equal("a", await SendAsync(connection));
        Assert.Equal("b", await SendAsync(connection));
        Assert.Equal(2, _opened.Count);
    }

    [Fact]
    public async Task A_request_on_a_connection_that_was_closed_meanwhile_is_sent_again()
    {
        using var connection = Connection(["HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"], ["HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb"]);

        Assert.Equal("a", await SendAsync(connection));
        Assert.Equal("b", await SendAsync(connection));
        Assert.Equal("GETGET", _opened[0].Sent);
        Assert.Equal("GET", _opened[1].Sent);
    }

    [Fact]
    public async Task A_request_that_a_new_connection_does_not_take_is_not_sent_again()
    {
        using var connection = Connection([], [Empty]);

        await Assert.ThrowsAsync<RuntimeApiException>(() => SendAsync(connection));
        Assert.Single(_opened);
    }

    [Fact]
    public async Task A_request_whose_response_has_begun_is_not_sent_again()
    {
        using var connection = Connection([Empty, "HTTP/1.1 2"], [Empty]);

        await SendAsync(connection);
        await Assert.ThrowsAsync<RuntimeApiException>(() => SendAsync(connection));
        Assert.Single(_opened);
    }

    [Fact]
    public async Task A_function_serves_a_Runtime_API_that_closes_after_each_response()
    {
        await using var api = new ClosingRuntimeApi(TestFunction.Get("/look"));
        await using var unused = await Framework.Testing.RuntimeApi.RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(unused, environment: [("AWS_LAMBDA_RUNTIME_API", api.Address), ("FAIL", "no-hooks")]);

        for (var count = 0; count < 3; count++)
            Assert.Contains("\"statusCode\":200", await api.NextResponseAsync(), StringComparison.Ordinal);
    }

    private HttpConnection Connection(params string[][] scripts) => new(() =>
    {
        var channel = new ScriptedChannel(scripts[_opened.Count % scripts.Length]);
        _opened.Add(channel);
        return channel;
    });

    private static async Task<string> SendAsync(HttpConnection connection) =>
        Encoding.UTF8.GetString((await connection.SendAsync("GET"u8.ToArray())).Body.Span);
}
