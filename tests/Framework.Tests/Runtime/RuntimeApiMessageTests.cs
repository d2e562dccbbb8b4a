using Framework.Runtime;

namespace Framework.Tests.Runtime;

/// <summary>What the log says where the Runtime API breaks its protocol.</summary>
public sealed class RuntimeApiMessageTests
{
    private const string Head = "HTTP/1.1 200 OK\r\n";
    private const string Chunked = $"{Head}Transfer-Encoding: chunked\r\n\r\n";

    public static TheoryData<string, string> Broken => new()
    {
        { "", "The Runtime API closed the connection." },
        { $"{Head}Content-Length: 10\r\n\r\nshort", "The Runtime API closed the connection." },
        { $"{Head}Content-Length: 2x\r\n\r\nok", "The Runtime API's response has a length that is none." },
        { $"{Head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok", "The Runtime API's response has both a length and chunks." },
        { $"{Head}Transfer-Encoding: gzip\r\n\r\nok", "The Runtime API's response has an unknown transfer coding." },
        { $"{Head}Content-Length : 2\r\n\r\nok", "The Runtime API's response has a blank beside the name of a header." },
        { $"{Head}Content-Length: 67108865\r\n\r\nok", "The Runtime API's response is over 64 MiB." },
        { "HTTP/1.1 101 Switching Protocols\r\n\r\n", "The Runtime API's response has another protocol, which nobody asked for." },
        { "HTTP/2 200\r\n\r\n", "The Runtime API's response is not HTTP/1.1." },
        { $"{Head}X: {new string('x', 70_000)}", "The Runtime API's response head is over 64 KiB." },
        { $"{Chunked}x\r\nok\r\n0\r\n\r\n", "The Runtime API sent a chunk without a size." },
        { $"{Chunked}2\r\nokay\r\n0\r\n\r\n", "The Runtime API sent a chunk whose size is not the size that it stated." },
        { $"{Chunked}1;{new string('x', 70_000)}", "The Runtime API sent a line over 64 KiB." },
        { "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "The Runtime API responded with 500 to next." },
        { $"{Head}Content-Length: 2\r\n\r\n{{}}", "The Runtime API gave an invocation without a request id." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_response_to_next_is_named(string response, string message)
    {
        using var api = Api(response);

        Assert.Equal(message, (await Assert.ThrowsAsync<RuntimeApiException>(async () => await api.NextAsync())).Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(399)]
    [InlineData(500)]
    public async Task A_response_that_is_neither_taken_nor_refused_is_named(int status)
    {
        Assert.Equal($"The Runtime API responded with {status} to response.", await MessageAsync(api => api.RespondAsync("id", new()).AsTask()));
        Assert.Equal($"The Runtime API responded with {status} to error.", await MessageAsync(api => api.FailAsync("id", new("T", "m", [])).AsTask()));
        Assert.Equal($"The Runtime API responded with {status} to restore.", await MessageAsync(api => api.RestoreNextAsync().AsTask()));

        async Task<string> MessageAsync(Func<RuntimeApi, Task> send)
        {
            using var api = Api($"HTTP/1.1 {status} Oops\r\nContent-Length: 0\r\n\r\n");
            return (await Assert.ThrowsAsync<RuntimeApiException>(() => send(api))).Message;
        }
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(400, false)]
    [InlineData(499, false)]
    public async Task A_response_is_taken_or_refused(int status, bool isTaken)
    {
        using var api = Api($"HTTP/1.1 {status} Said\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(isTaken, await api.RespondAsync("id", new()));
    }

    [Fact]
    public async Task A_request_id_that_is_too_long_for_a_head_is_named()
    {
        using var api = Api("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(
            "The Runtime API's request id or address is too long.",
            (await Assert.ThrowsAsync<RuntimeApiException>(async () => await api.RespondAsync(new string('i', 1024), new()))).Message);
    }

    [Fact]
    public async Task An_error_is_sent_whole()
    {
        var channel = new ScriptedChannel("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        using var api = new RuntimeApi("host", channel.Once, TimeProvider.System);

        await api.FailAsync("id", new("Function.T", "m", ["at a"]));

        const string Body = """{"errorType":"Function.T","errorMessage":"m","stackTrace":["at a"]}""";
        Assert.Equal(
            "POST /2018-06-01/runtime/invocation/id/error HTTP/1.1\r\nHost: host\r\n"
            + "Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: Function.T\r\n"
            + $"Content-Length: {Body.Length}\r\n\r\n{Body}",
            channel.Sent);
    }

    private static RuntimeApi Api(string response) => new("host", new ScriptedChannel(response).Once, TimeProvider.System);
}
