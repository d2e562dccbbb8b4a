using System.Net.WebSockets;
using System.Text;
using Framework.Http;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.WebSockets;

/// <summary>Which route a message takes, what comes back, and how large it may be.</summary>
public sealed class MessageTests
{
    private const int Frame = 32 * 1024;
    private const int Message = 128 * 1024;

    [Theory]
    [InlineData("""{"action":"say"}""", "say")]
    [InlineData("""{"action":"shout"}""", "$default")]
    [InlineData("""{"action":5}""", "$default")]
    [InlineData("""{"text":"say"}""", "$default")]
    [InlineData("""["say"]""", "$default")]
    [InlineData("say", "$default")]
    [InlineData("""{"action":"say" """, "$default")]
    [InlineData("""{"action":"$connect"}""", "$default")]
    [InlineData("""{"action":"$disconnect"}""", "$default")]
    [InlineData("", "$default")]
    public async Task The_action_of_the_message_chooses_the_route(string message, string routeKey)
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync(message);

        Assert.Equal(routeKey, (string?)(await chat.NextAsync("MESSAGE"))["requestContext"]!["routeKey"]);
    }

    [Fact]
    public async Task A_message_that_no_route_takes_is_Forbidden()
    {
        var chat = new ChatService();
        chat.Add("say", isOpen: true, _ => Response.Text(200, "said"));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"shout"}""");

        Assert.Matches("""^\{"message":"Forbidden", "connectionId":"[^"]+=", "requestId":"[^"]+="\}$""", await client.ReceiveAsync());
        Assert.Equal(0, chat.Unread);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a problem", false)]
    public async Task An_empty_response_is_not_sent_and_none_of_a_handler_without_a_value(string response, bool responds)
    {
        var chat = ChatService.Echo();
        chat.Add("quiet", isOpen: true, _ => Response.Text(200, response), responds);
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"quiet"}""");
        await cloud.HasShownAsync("MESSAGE quiet");
        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal("said by None", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_does_not_wait_for_the_one_before()
    {
        var gate = new Gate();
        var chat = ChatService.Echo();
        chat.Add("slow", isOpen: true, async _ =>
        {
            await gate.PassAsync();
            return Response.Text(200, "slow");
        });
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"slow"}""");
        await gate.Entered.InTimeAsync();
        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal("said by None", await client.ReceiveAsync());
        gate.Open();
        Assert.Equal("slow", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_29_seconds_has_timed_out()
    {
        var gate = new Gate();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var chat = ChatService.Echo();
        chat.Add("slow", isOpen: true, async _ =>
        {
            await gate.PassAsync();
            return Response.Text(200, "slow");
        }, type: typeof(SlowFunction));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: clock);
        using var client = await ChatClient.ConnectAsync(cloud);
        await client.SendAsync("""{"action":"slow"}""");
        await gate.Entered.InTimeAsync();

        var received = client.ReceiveAsync();
        clock.Advance(TimeSpan.FromSeconds(28.9));
        Assert.False(received.IsCompleted);
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            return Task.FromResult(received.IsCompleted);
        });
        gate.Open();

        Assert.StartsWith("""{"message":"Endpoint request timed out", "connectionId":""", await received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lambda_ends_a_function_that_runs_longer_than_its_time_out()
    {
        var gate = new Gate();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var chat = ChatService.Echo();
        chat.Add("slow", isOpen: true, async _ =>
        {
            await gate.PassAsync();
            return Response.Text(200, "slow");
        }, type: typeof(BriefFunction));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: clock);
        using var client = await ChatClient.ConnectAsync(cloud);
        await client.SendAsync("""{"action":"slow"}""");
        await gate.Entered.InTimeAsync();

        var received = client.ReceiveAsync();
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(received.IsCompleted);
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            return Task.FromResult(received.IsCompleted);
        });
        gate.Open();

        Assert.StartsWith("""{"message":"Internal server error", "connectionId":""", await received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Frame - 1)]
    [InlineData(Frame)]
    public async Task A_frame_of_32_KB_is_taken(int size)
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo().Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync(Letters(size));

        Assert.Equal($"default: {size}", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_larger_frame_closes_the_connection_with_1009()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        await client.SendAsync("before");
        Assert.Equal("default: 6", await client.ReceiveAsync());

        await client.SendAsync(Letters(Frame + 1));

        Assert.Equal(1009, (await client.ClosedAsync()).Status);
        Assert.Equal(6, ((string?)(await chat.NextAsync("MESSAGE"))["body"])!.Length);
        Assert.Equal(1009, EventTests.End(await chat.NextAsync()).Status);
    }

    [Theory]
    [InlineData(Message - 1)]
    [InlineData(Message)]
    public async Task A_message_of_128_KB_in_frames_is_taken(int size)
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo().Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await SendInFramesAsync(client, size);

        Assert.Equal($"default: {size}", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_larger_message_closes_the_connection_with_1009()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await SendInFramesAsync(client, Message + 1);

        Assert.Equal(1009, (await client.ClosedAsync()).Status);
        await chat.NextAsync("CONNECT");
        Assert.Equal(1009, EventTests.End(await chat.NextAsync()).Status);
    }

    [Fact]
    public async Task A_binary_message_closes_the_connection_with_1003()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync([1, 2, 3], type: WebSocketMessageType.Binary);

        Assert.Equal(1003, (await client.ClosedAsync()).Status);
        await chat.NextAsync("CONNECT");
        Assert.Equal(1003, EventTests.End(await chat.NextAsync()).Status);
    }

    private static async Task SendInFramesAsync(ChatClient client, int size)
    {
        for (var left = size; left > 0; left -= Frame)
            await client.SendAsync(Letters(Math.Min(left, Frame)), isLast: left <= Frame);
    }

    private static byte[] Letters(int count) => Encoding.ASCII.GetBytes(new string('x', count));
}
