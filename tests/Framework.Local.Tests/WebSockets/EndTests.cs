using Framework.Http;
using Framework.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.WebSockets;

/// <summary>When the gateway ends a connection.</summary>
public sealed class EndTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_connection_without_a_message_ends_after_ten_minutes()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: _clock);
        using var client = await ChatClient.ConnectAsync(cloud);

        _clock.Advance(TimeSpan.FromMinutes(10) - Second);
        await client.SendAsync("still here");
        Assert.Equal("default: 10", await client.ReceiveAsync());
        _clock.Advance(TimeSpan.FromMinutes(10) - Second);
        await client.SendAsync("still here");
        Assert.Equal("default: 10", await client.ReceiveAsync());
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((1001, "Going away"), await client.ClosedAsync());
        Assert.Equal((1001, "Going away"), EventTests.End(await chat.NextAsync("DISCONNECT")));
    }

    [Fact]
    public async Task A_message_to_the_client_begins_the_ten_minutes_anew()
    {
        var chat = ChatService.Echo();
        chat.Add(new HandEndpoint(new("Send", "GET", "/send") { Access = Description.AccessPolicy.Anonymous, Dependencies = [new(typeof(IConnections))] }, async context =>
            Response.Text(200, $"{await context.Services.GetRequiredService<IConnections>().SendAsync(context.Request.Query.All("to")[0], "hi"u8.ToArray())}")));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: _clock);
        using var client = await ChatClient.ConnectAsync(cloud);
        var send = $"/send?to={Uri.EscapeDataString((string)(await chat.NextAsync())["requestContext"]!["connectionId"]!)}";

        _clock.Advance(TimeSpan.FromMinutes(10) - Second);
        Assert.Equal("True", await cloud.Client.GetStringAsync(send));
        Assert.Equal("hi", await client.ReceiveAsync());
        _clock.Advance(TimeSpan.FromMinutes(10) - Second);
        Assert.Equal("True", await cloud.Client.GetStringAsync(send));
        Assert.Equal("hi", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_connection_ends_after_two_hours()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: _clock);
        using var client = await ChatClient.ConnectAsync(cloud);

        for (var minutes = 0; minutes < 117; minutes += 9)
        {
            _clock.Advance(TimeSpan.FromMinutes(9));
            await client.SendAsync("still here");
            Assert.Equal("default: 10", await client.ReceiveAsync());
        }
        _clock.Advance(TimeSpan.FromMinutes(3) - Second);
        await client.SendAsync("still here");
        Assert.Equal("default: 10", await client.ReceiveAsync());
        _clock.Advance(Second);

        Assert.Equal((1001, "Going away"), await client.ClosedAsync());
        Assert.Equal((1001, "Going away"), EventTests.End(await chat.NextAsync("DISCONNECT")));
    }

    [Fact]
    public async Task A_client_that_does_not_reply_to_the_closing_frame_is_cut_off()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: _clock);
        using var client = await ChatClient.ConnectAsync(cloud);
        await chat.NextAsync();

        _clock.Advance(TimeSpan.FromMinutes(10));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1001, EventTests.End(await chat.NextAsync()).Status);
    }

    [Fact]
    public async Task When_the_local_cloud_ends_each_connection_is_closed_and_the_service_is_called()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        var stopping = cloud.StopAsync();

        Assert.Equal(1001, (await client.ClosedAsync()).Status);
        Assert.Equal(1001, EventTests.End(await chat.NextAsync("DISCONNECT")).Status);
        await stopping.InTimeAsync();
    }

    [Fact]
    public async Task A_connection_outlives_a_change_of_the_code()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        var changed = ChatService.Echo();
        changed.Add("say", isOpen: true, _ => Response.Text(200, "changed"));

        await cloud.UpdateAsync(changed.Build);
        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal("changed", await client.ReceiveAsync());
    }
}
