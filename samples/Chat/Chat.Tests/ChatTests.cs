using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Framework.DynamoDB;
using Microsoft.Extensions.DependencyInjection;

namespace Chat.Tests;

public sealed class ChatTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<Say>();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Everybody_gets_what_somebody_says()
    {
        using var ann = await _service.ConnectAsync("?name=ann");
        using var bob = await _service.ConnectAsync("?name=bob");

        await SendAsync(ann, """{"action":"say","text":"hi"}""");

        Assert.Equal(("ann", "hi"), await HearAsync(ann));
        Assert.Equal(("ann", "hi"), await HearAsync(bob));
    }

    [Fact]
    public async Task Who_leaves_is_forgotten_and_the_others_get_to_know_it()
    {
        using var ann = await _service.ConnectAsync("?name=ann");
        using var bob = await _service.ConnectAsync("?name=bob");

        await bob.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        Assert.Equal(("bob", "has left."), await HearAsync(ann));
        Assert.Equal(["ann"], await MembersAsync());
    }

    [Fact]
    public async Task A_member_whose_end_nobody_reported_is_forgotten_with_the_next_message()
    {
        using var ann = await _service.ConnectAsync("?name=ann");
        var room = _service.Services.GetRequiredService<Room>();
        await room.EnterAsync("AAAAAAAAAAAAAAA=", "ghost", CancellationToken.None);

        await room.SayAsync("ann", "hi", CancellationToken.None);

        Assert.Equal(("ann", "hi"), await HearAsync(ann));
        Assert.Equal(["ann"], await MembersAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_long_reaches_nobody()
    {
        using var ann = await _service.ConnectAsync("?name=ann");

        await SendAsync(ann, $$"""{"action":"say","text":"{{new string('x', 1001)}}"}""");
        await SendAsync(ann, """{"action":"say","text":"short"}""");

        Assert.Equal(("ann", "short"), await HearAsync(ann));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?name=")]
    public async Task A_guest_has_a_name(string query) =>
        await Assert.ThrowsAsync<WebSocketException>(() => _service.ConnectAsync(query));

    private static Task SendAsync(WebSocket client, string message) =>
        client.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Problems have no text.
    private static async Task<(string? By, string? Text)> HearAsync(WebSocket client)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var received = await client.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Limit);
            var message = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
            if (message["text"] is { } text)
                return ((string?)message["by"], (string?)text);
        }
    }

    private async Task<List<string>> MembersAsync() => await _service.Services.GetRequiredService<ITable<Member>>()
        .QueryAsync(Member.Partition("lobby")).Select(member => member.Name).ToListAsync();
}
