using System.Text;
using Framework.Runtime;
using FsCheck.Xunit;

namespace Framework.Tests.Runtime;

public sealed class HttpConnectionTests
{
    private const string Body = "{\"name\":\"Zoë\"}";

    [Fact]
    public async Task A_body_of_a_given_length_is_read()
    {
        var response = await SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n\r\n{Body}");

        Assert.Equal(200, response.Status);
        Assert.Equal(Body, Text(response));
    }

    [Fact]
    public async Task Chunks_with_extensions_and_trailers_are_joined()
    {
        var response = await SendAsync(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n5;a=b\r\nhello\r\n1\r\n \r\nA\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n");

        Assert.Equal("hello 0123456789", Text(response));
    }

    [Theory]
    [InlineData("x\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-1\r\nhello\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFF\r\nhello\r\n0\r\n\r\n")]
    [InlineData("7FFFFFFF\r\nhello\r\n0\r\n\r\n")]
    public async Task A_chunk_without_a_sensible_size_breaks_the_connection(string chunks) =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () =>
            await SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));

    [Fact]
    public async Task Header_names_have_no_case_and_values_hold_UTF_8()
    {
        var response = await SendAsync("HTTP/1.1 200 OK\r\nLAMBDA-Runtime-Client-Context:  {\"a\":\"Zoë €\"} \r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("{\"a\":\"Zoë €\"}", response.Header("Lambda-Runtime-Client-Context"));
        Assert.Null(response.Header("Lambda-Runtime-Client"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Len")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    public async Task A_peer_that_closes_too_early_breaks_the_connection(string response) =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () => await SendAsync(response));

    [Theory]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n")]
    public async Task Interim_responses_are_passed_over(string before)
    {
        var response = await SendAsync($"{before}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal((200, "ok"), (response.Status, Text(response)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nto the end", "to the end")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", "")]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", "")]
    public async Task A_response_without_a_length_ends_where_the_connection_does(string response, string body) =>
        Assert.Equal(body, Text(await SendAsync(response)));

    [Theory]
    [InlineData("Content-Length: 2x")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: +2")]
    [InlineData("Content-Length:")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 67108865")]
    [InlineData("Content-Length: 2\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: gzip, chunked")]
    [InlineData("Transfer-Encoding: identity")]
    [InlineData("Transfer-Encoding:")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip")]
    [InlineData("Transfer-Encoding:\r\n chunked")]
    [InlineData("Content-Length : 2")]
    [InlineData(" Content-Length: 2")]
    [InlineData("X: y\r\n\tContent-Length: 2")]
    public async Task A_head_that_does_not_say_for_certain_where_the_body_ends_breaks_the_connection(string header) =>
        Assert.True((await Assert.ThrowsAsync<RuntimeApiException>(async () => await SendAsync($"HTTP/1.1 200 OK\r\n{header}\r\n\r\nok"))).IsConnection);

    [Theory]
    [InlineData("HTTP/1.1 2000 OK")]
    [InlineData("HTTP/1.1 20 OK")]
    [InlineData("HTTP/1.1 099 OK")]
    [InlineData("HTTP/1.1  200 OK")]
    [InlineData("HTTP/2 200")]
    [InlineData("HTTP/1.1 101 Switching Protocols")]
    public async Task A_status_that_is_none_breaks_the_connection(string line) =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () => await SendAsync($"{line}\r\nContent-Length: 0\r\n\r\n"));

    [Theory]
    [InlineData("2\r\nokay\r\n0\r\n\r\n")]
    [InlineData("5\r\nok\r\n0\r\n\r\n\r\n")]
    public async Task A_chunk_of_another_size_than_it_says_breaks_the_connection(string chunks) =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () => await SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));

    [Fact]
    public async Task Chunks_without_an_end_are_given_up()
    {
        var chunk = $"{1024 * 1024:x}\r\n{new string('x', 1024 * 1024)}\r\n";
        var endless = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat(chunk, 66))}0\r\n\r\n");
        using var connection = new HttpConnection(new ScriptedChannel(null, endless).Once);

        await Assert.ThrowsAsync<RuntimeApiException>(async () => await connection.SendAsync("GET"u8.ToArray()));
    }

    [Theory]
    [InlineData("0\r\n", "X: y\r\n")]
    [InlineData("1;", "extension")]
    public async Task Trailers_and_extensions_without_an_end_are_given_up(string start, string again)
    {
        var endless = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{start}{new StringBuilder().Insert(0, again, 66 * 1024 * 1024 / again.Length)}");
        using var connection = new HttpConnection(new ScriptedChannel(null, endless).Once);

        await Assert.ThrowsAsync<RuntimeApiException>(async () => await connection.SendAsync("GET"u8.ToArray()));
    }

    [Fact]
    public async Task After_a_malformed_response_the_next_request_goes_on_a_new_connection()
    {
        var opened = new List<ScriptedChannel>();
        using var connection = new HttpConnection(() =>
        {
            opened.Add(opened.Count == 0
                ? new ScriptedChannel("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
                : new ScriptedChannel("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"));
            return opened[^1];
        });

        await Assert.ThrowsAsync<RuntimeApiException>(async () => await connection.SendAsync("GET"u8.ToArray()));

        Assert.Equal("good", Text(await connection.SendAsync("GET"u8.ToArray())));
    }

    [Fact]
    public async Task Bytes_behind_a_response_are_not_the_next_response()
    {
        var opened = 0;
        using var connection = new HttpConnection(() => new ScriptedChannel(
            opened++ == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil" : "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"));

        Assert.Equal("a", Text(await connection.SendAsync("GET"u8.ToArray())));
        Assert.Equal("good", Text(await connection.SendAsync("GET"u8.ToArray())));
    }

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\n")]
    [InlineData("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n")]
    public async Task A_body_that_the_status_rules_out_is_not_the_next_response(string response)
    {
        var opened = 0;
        using var connection = new HttpConnection(() => opened++ == 0
            ? new ScriptedChannel(response, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
            : new ScriptedChannel("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"));

        Assert.Equal("", Text(await connection.SendAsync("GET"u8.ToArray())));
        Assert.Equal("good", Text(await connection.SendAsync("GET"u8.ToArray())));
    }

    [Fact]
    public async Task What_is_not_HTTP_is_reported() =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () => _ = (await SendAsync("SSH-2.0-OpenSSH_9\r\n\r\n")).Status);

    [Fact]
    public async Task A_head_without_an_end_is_given_up() =>
        await Assert.ThrowsAsync<RuntimeApiException>(async () =>
            await SendAsync($"HTTP/1.1 200 OK\r\nX: {new string('x', 200_000)}"));

    [Fact]
    public async Task A_response_of_6_MB_is_read_and_a_small_one_after_it_is_not_mixed_up_with_it()
    {
        var large = new string('x', 6 * 1024 * 1024);
        var channel = new ScriptedChannel(
            $"HTTP/1.1 200 OK\r\nContent-Length: {large.Length}\r\n\r\n{large}", "HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok");
        using var connection = new HttpConnection(channel.Once);

        Assert.Equal(large.Length, (await connection.SendAsync("GET"u8.ToArray())).Body.Length);
        Assert.Equal("ok", Text(await connection.SendAsync("GET"u8.ToArray())));
    }

    [Fact]
    public async Task A_response_cut_at_any_one_byte_is_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
        for (var first = 1; first < bytes.Length; first++)
        {
            var channel = new ScriptedChannel(read => read == 0 ? first : bytes.Length, bytes);
            using var connection = new HttpConnection(channel.Once);
            Assert.Equal("hello world", Text(await connection.SendAsync("GET"u8.ToArray())));
        }
    }

    [Property]
    public bool A_response_cut_and_chunked_in_any_way_has_the_same_body(byte[] body, byte[] cuts, byte[] chunks, bool isChunked)
    {
        var response = isChunked ? Chunked(body, chunks) : Plain(body);
        var channel = new ScriptedChannel(read => cuts.Length == 0 ? 1 : 1 + cuts[read % cuts.Length], response);
        using var connection = new HttpConnection(channel.Once);
        return connection.SendAsync("GET"u8.ToArray()).AsTask().Result.Body.Span.SequenceEqual(body);
    }

    private static byte[] Plain(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Chunked(byte[] body, byte[] sizes)
    {
        var response = new List<byte>("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        for (var (start, index) = (0, 0); start < body.Length; index++)
        {
            var size = Math.Min(body.Length - start, sizes.Length == 0 ? 3 : 1 + sizes[index % sizes.Length]);
            response.AddRange([.. Encoding.ASCII.GetBytes($"{size:x}\r\n"), .. body.AsSpan(start, size), .. "\r\n"u8]);
            start += size;
        }
        response.AddRange("0\r\n\r\n"u8);
        return [.. response];
    }

    private static async Task<RuntimeResponse> SendAsync(string response)
    {
        using var connection = new HttpConnection(new ScriptedChannel(response).Once);
        return await connection.SendAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
    }

    private static string Text(RuntimeResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
