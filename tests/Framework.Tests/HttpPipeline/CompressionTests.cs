using System.IO.Compression;
using System.Text;
using Framework.Http;
using Framework.HttpPipeline;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

/// <summary>Responses in the coding that the client accepts (RFC 9110, section 12.5.3).</summary>
public sealed class CompressionTests
{
    private const int MinBytes = 200;

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", null, false)]
    [InlineData("gzip", "gzip", false)]
    [InlineData("GZIP", "gzip", false)]
    [InlineData("x-gzip", "gzip", false)]
    [InlineData("br", "br", false)]
    [InlineData("gzip, deflate, br, zstd", "br", false)]
    [InlineData("gzip;q=1, br;q=0.9", "gzip", false)]
    [InlineData("gzip;q=0.5 , br; q=0.5", "br", false)]
    [InlineData("*", "br", false)]
    [InlineData("br;q=0, *;q=0.1", "gzip", false)]
    [InlineData("gzip;q=0", null, false)]
    [InlineData("*;q=0", null, true)]
    [InlineData("gzip, identity;q=0", "gzip", true)]
    [InlineData("gzip;q=0.5, identity", null, false)]
    [InlineData("gzip;q=0.5, identity;q=0.5", "gzip", false)]
    [InlineData("gzip;q=x, br;q=2", null, false)]
    [InlineData("deflate, zstd", null, false)]
    public void The_client_chooses(string? header, string? coding, bool refusesIdentity) =>
        Assert.Equal(new AcceptEncoding(coding, refusesIdentity), AcceptEncoding.Read(header));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_text_is_compressed(string coding)
    {
        var text = string.Concat(Enumerable.Repeat("compress me ä ", 100));
        await using var service = New(() => Response.Text(200, text));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", coding));

        Assert.Equal((200, coding, "Accept-Encoding"), (response.Status, response.Header("content-encoding"), response.Header("vary")));
        Assert.True(response.Bytes.Length < text.Length / 4);
        Assert.Equal(text, Decoded(response.Bytes, coding));
    }

    [Theory]
    [InlineData(MinBytes - 1, "gzip", false)]
    [InlineData(MinBytes, "gzip", true)]
    [InlineData(MinBytes - 1, "gzip, identity;q=0", true)]
    public async Task A_short_text_is_sent_as_it_is(int length, string accepted, bool isCompressed)
    {
        await using var service = New(() => Response.Text(200, new string('a', length)));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", accepted));

        Assert.Equal((isCompressed, "Accept-Encoding"), (response.Header("content-encoding") == "gzip", response.Header("vary")));
    }

    [Fact]
    public async Task What_does_not_become_shorter_is_sent_as_it_is()
    {
        var bytes = new byte[300];
        new Random(1).NextBytes(bytes);
        await using var service = New(() => Response.Text(200, Convert.ToBase64String(bytes)));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", "gzip"));

        Assert.Equal((null, Convert.ToBase64String(bytes)), (response.Header("content-encoding"), response.Body));
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(205, null)]
    [InlineData(206, null)]
    [InlineData(200, "bytes 0-999/5000")]
    public async Task A_part_and_nothing_are_left_alone(int status, string? range)
    {
        await using var service = New(() =>
        {
            var response = Response.Bytes(status, new byte[1000], "text/plain", isText: true);
            response.Headers["content-range"] = range;
            return response;
        });

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", "gzip"));

        Assert.Equal((null, null), (response.Header("content-encoding"), response.Header("vary")));
    }

    [Theory]
    [InlineData("image/png", null)]
    [InlineData("application/json", "br")]
    public async Task Images_and_what_is_encoded_already_are_left_alone(string type, string? coding)
    {
        await using var service = New(() =>
        {
            var response = Response.Bytes(200, new byte[1000], type, isText: true);
            response.Headers["content-encoding"] = coding;
            return response;
        });

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", "gzip"));

        Assert.Equal((coding, null, 1000), (response.Header("content-encoding"), response.Header("vary"), response.Bytes.Length));
    }

    [Theory]
    [InlineData("\"7\"", "\"7;gzip\"")]
    [InlineData("W/\"7\"", "W/\"7\"")]
    public async Task A_compressed_response_has_a_tag_of_its_own_which_the_client_can_send_back(string tag, string sent)
    {
        await using var service = New(() =>
        {
            var response = Response.Text(200, new string('a', 1000));
            response.Headers["etag"] = tag;
            return response;
        });
        var request = new HttpApiEvent("GET", "/a").With("accept-encoding", "gzip");

        var first = await service.SendAsync(request);
        var second = await service.SendAsync(request.With("if-none-match", first.Header("etag")!));

        Assert.Equal((200, sent), (first.Status, first.Header("etag")));
        Assert.Equal((304, sent, "Accept-Encoding"), (second.Status, second.Header("etag"), second.Header("vary")));
    }

    [Fact]
    public async Task Nothing_is_compressed_where_the_service_does_not_ask_for_it()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(Response.Text(200, new string('a', 10_000))))]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("accept-encoding", "gzip"));

        Assert.Equal((null, null), (response.Header("content-encoding"), response.Header("vary")));
    }

    private static string Decoded(byte[] bytes, string coding)
    {
        using var source = new MemoryStream(bytes);
        using Stream stream = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static TestService New(Func<Response> respond) => new(
        [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(respond()))], builder => builder.CompressResponses(MinBytes));
}
