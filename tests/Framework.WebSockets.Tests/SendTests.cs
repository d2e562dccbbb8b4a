using System.Text;

namespace Framework.WebSockets.Tests;

public sealed class SendTests
{
    private const string Id = Service.Id;
    private const int MaxBytes = 131_072;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_sent_as_JSON_of_the_service_s_own_types()
    {
        await using var service = await Service.StartAsync();

        Assert.True(await service.Connections.SendAsync(Id, new ChatMessage("hello", 7), Cancellation));

        var request = Assert.Single(service.Api.Requests);
        Assert.Equal(("POST", "/prod/%40connections/L0SM9cOFvHcCIhw%3D"), (request.Method, request.Target));
        Assert.Equal("""{"text":"hello","sentBy":7}""", Encoding.UTF8.GetString(request.Body));
        Assert.Equal(Signatures.Token, request.Headers["x-amz-security-token"]);
        Assert.Contains("/eu-central-1/execute-api/aws4_request", request.Headers["authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_sent_as_they_are()
    {
        await using var service = await Service.StartAsync();
        byte[] bytes = [.. "ping"u8];

        Assert.True(await service.Connections.SendAsync(Id, bytes, Cancellation));
        Assert.True(await service.Connections.SendAsync(Id, bytes.AsMemory(), Cancellation));

        Assert.All(service.Api.Requests, request => Assert.Equal(bytes, request.Body));
    }

    [Fact]
    public async Task An_empty_message_is_sent_too()
    {
        await using var service = await Service.StartAsync();

        Assert.True(await service.Connections.SendAsync(Id, ReadOnlyMemory<byte>.Empty, Cancellation));

        Assert.Equal("0", Assert.Single(service.Api.Requests).Headers["content-length"]);
    }

    [Fact]
    public async Task A_connection_is_closed_with_DELETE()
    {
        await using var service = await Service.StartAsync();
        service.Api.Script.Enqueue(http => Task.FromResult(http.Response.StatusCode = 204));

        Assert.True(await service.Connections.DisconnectAsync(Id, Cancellation));

        var request = Assert.Single(service.Api.Requests);
        Assert.Equal(("DELETE", "/prod/%40connections/L0SM9cOFvHcCIhw%3D"), (request.Method, request.Target));
    }

    [Theory]
    [InlineData("", "/%40connections/L0SM9cOFvHcCIhw%3D")]
    [InlineData("/", "/%40connections/L0SM9cOFvHcCIhw%3D")]
    [InlineData("/prod/", "/prod/%40connections/L0SM9cOFvHcCIhw%3D")]
    [InlineData("/a/b", "/a/b/%40connections/L0SM9cOFvHcCIhw%3D")]
    [InlineData("/$default", "/$default/%40connections/L0SM9cOFvHcCIhw%3D")]
    public async Task The_connections_are_below_the_stage_or_the_base_path(string stage, string target)
    {
        await using var service = await Service.StartAsync(stage);

        Assert.True(await service.Connections.SendAsync(Id, "hello", Cancellation));

        Assert.Equal(target, Assert.Single(service.Api.Requests).Target);
    }

    [Theory]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("...", "...")]
    public async Task An_id_never_leads_out_of_the_connections(string id, string segment)
    {
        await using var service = await Service.StartAsync();

        Assert.True(await service.Connections.SendAsync(id, "hello", Cancellation));

        Assert.Equal($"/prod/%40connections/{segment}", Assert.Single(service.Api.Requests).Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_is_no_id_is_refused_before_a_call(string id)
    {
        await using var service = await Service.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => service.Connections.SendAsync(id, "hello", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Connections.DisconnectAsync(id, Cancellation));

        Assert.Empty(service.Api.Requests);
    }

    [Theory]
    [InlineData(MaxBytes - 1)]
    [InlineData(MaxBytes)]
    public async Task A_message_up_to_128_KB_is_sent(int length)
    {
        await using var service = await Service.StartAsync();

        Assert.True(await service.Connections.SendAsync(Id, new byte[length], Cancellation));
        // As JSON it has two quotes more.
        Assert.True(await service.Connections.SendAsync(Id, new string('a', length - 2), Cancellation));

        Assert.Equal([length, length], service.Api.Requests.Select(request => request.Body.Length));
    }

    [Fact]
    public async Task A_message_above_128_KB_is_refused_before_a_call()
    {
        await using var service = await Service.StartAsync();

        var bytes = await Assert.ThrowsAsync<ArgumentException>(() => service.Connections.SendAsync(Id, new byte[MaxBytes + 1], Cancellation));
        var text = await Assert.ThrowsAsync<ArgumentException>(
            () => service.Connections.SendAsync(Id, new string('a', MaxBytes - 1), Cancellation));
        var all = await Assert.ThrowsAsync<ArgumentException>(
            () => service.Connections.SendToAllAsync([Id], new string('a', MaxBytes - 1), Cancellation));

        Assert.All(
            [bytes, text, all],
            exception => Assert.Equal("The message has 131073 bytes: a WebSocket message has at most 131072.", exception.Message));
        Assert.Empty(service.Api.Requests);
    }

    [Fact]
    public async Task A_type_that_no_JSON_context_knows_is_one_sentence()
    {
        await using var service = await Service.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => service.Connections.SendAsync(Id, 1.5m, Cancellation));

        Assert.StartsWith("No JSON context of the service knows System.Decimal", exception.Message, StringComparison.Ordinal);
    }
}
