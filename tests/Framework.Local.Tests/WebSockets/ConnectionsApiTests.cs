using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Framework.Description;
using Framework.Http;
using Framework.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Tests.WebSockets;

/// <summary>The management API: what a service sends to its clients.</summary>
public sealed class ConnectionsApiTests
{
    private const int Limit = 128 * 1024;

    [Fact]
    public async Task IConnections_sends_to_a_client_and_learns_that_one_is_gone()
    {
        var chat = WithSender();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var ann = await ChatClient.ConnectAsync(cloud);
        var annId = await IdAsync(chat);
        var bob = await ChatClient.ConnectAsync(cloud);
        var bobId = await IdAsync(chat);

        Assert.Equal("True", await cloud.Client.GetStringAsync($"/send?to={annId}"));
        Assert.Equal("hi", await ann.ReceiveAsync());
        await bob.CloseAsync(WebSocketCloseStatus.NormalClosure);
        await chat.NextAsync("DISCONNECT");
        Assert.Equal("False", await cloud.Client.GetStringAsync($"/send?to={bobId}"));
    }

    [Fact]
    public async Task A_broadcast_names_the_gone_connections()
    {
        var chat = WithSender();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var ann = await ChatClient.ConnectAsync(cloud);
        var annId = await IdAsync(chat);

        Assert.Equal("AAAAAAAAAAAAAAA=", await cloud.Client.GetStringAsync($"/broadcast?to={annId}&to=AAAAAAAAAAAAAAA%3D"));

        Assert.Equal("\"hello\"", await ann.ReceiveAsync());
    }

    [Fact]
    public async Task IConnections_closes_a_connection()
    {
        var chat = WithSender();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        var id = await IdAsync(chat);

        Assert.Equal("True", await cloud.Client.GetStringAsync($"/disconnect?to={id}"));

        Assert.Equal("False", await cloud.Client.GetStringAsync($"/send?to={id}"));
        Assert.Equal(1000, (await client.ClosedAsync()).Status);
        Assert.Equal(1000, EventTests.End(await chat.NextAsync("DISCONNECT")).Status);
        Assert.Equal("False", await cloud.Client.GetStringAsync($"/disconnect?to={id}"));
    }

    [Fact]
    public async Task A_connection_that_is_being_opened_is_not_there_yet()
    {
        var chat = ChatService.Echo();
        bool? sent = null;
        chat.Add("$connect", isOpen: true, async context =>
        {
            sent = await context.Services.GetRequiredService<IConnections>().SendAsync(context.Connection.Id, "hi"u8.ToArray());
            return Response.Text(200, "");
        }, sends: true);
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        Assert.False(sent);
    }

    [Fact]
    public async Task A_message_may_be_sent_to_the_client_that_sends_one()
    {
        var chat = ChatService.Echo();
        chat.Add("me", isOpen: true, async context => Response.Text(
            200, $"{await context.Services.GetRequiredService<IConnections>().SendAsync(context.Connection.Id, "first"u8.ToArray())}"), sends: true);
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"me"}""");

        Assert.Equal("first", await client.ReceiveAsync());
        Assert.Equal("True", await client.ReceiveAsync());
    }

    [Fact]
    public async Task GET_describes_a_connection()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "", ("User-Agent", "test"));
        var connected = (await chat.NextAsync())["requestContext"]!;

        var response = await SendAsync(cloud, HttpMethod.Get, (string)connected["connectionId"]!);
        var described = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal((long)connected["connectedAt"]!, ((DateTimeOffset)described["connectedAt"]!).ToUnixTimeMilliseconds());
        Assert.Equal((long)connected["connectedAt"]!, ((DateTimeOffset)described["lastActiveAt"]!).ToUnixTimeMilliseconds());
        Assert.Equal("test", (string?)described["identity"]!["userAgent"]);
        Assert.Equal((string?)connected["identity"]!["sourceIp"], (string?)described["identity"]!["sourceIp"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_gone_connection_is_410_an_impossible_id_400_and_a_call_without_a_signature_403(string method)
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo().Build());

        var gone = await SendAsync(cloud, new(method), "AAAAAAAAAAAAAAA=");
        var wrong = await SendAsync(cloud, new(method), "short");
        var unsigned = await SendAsync(cloud, new(method), "AAAAAAAAAAAAAAA=", isSigned: false);

        Assert.Equal((HttpStatusCode.Gone, "GoneException"), (gone.StatusCode, gone.Headers.GetValues("x-amzn-errortype").Single()));
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequestException"), (wrong.StatusCode, wrong.Headers.GetValues("x-amzn-errortype").Single()));
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
        Assert.Equal("""{"message":"Missing Authentication Token"}""", await unsigned.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Limit - 1, 200)]
    [InlineData(Limit, 200)]
    [InlineData(Limit + 1, 413)]
    public async Task A_message_has_128_KB_at_most(int size, int status)
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        var id = (string)(await chat.NextAsync())["requestContext"]!["connectionId"]!;

        var response = await SendAsync(cloud, HttpMethod.Post, id, content: new string('x', size));

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
            Assert.Equal(size, (await client.ReceiveAsync()).Length);
        else
            Assert.Equal("PayloadTooLargeException", response.Headers.GetValues("x-amzn-errortype").Single());
    }

    [Fact]
    public async Task A_function_whose_constructor_does_not_ask_for_IConnections_may_not_send()
    {
        var chat = WithSender();
        chat.Add("quiet", isOpen: true, async context => Response.Text(200, (await Assert.ThrowsAsync<HttpRequestException>(
            () => context.Services.GetRequiredService<IConnections>().SendAsync(context.Connection.Id, "hi"u8.ToArray()))).Message));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"quiet"}""");

        Assert.Equal(
            "API Gateway refused the call to a connection: 403 AccessDeniedException, Onquiet may not call execute-api:ManageConnections. "
            + "Let its constructor, or that of a service that it asks for, ask for IConnections.",
            await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("send", "POST", 200)]
    [InlineData("send", "GET", 403)]
    [InlineData("Onsay", "POST", 403)]
    [InlineData("Onsay", "DELETE", 403)]
    [InlineData("anybody", "GET", 200)]
    public async Task A_call_is_held_to_the_policy_of_the_function_that_signs_it(string function, string method, int status)
    {
        var chat = WithSender();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        var id = (string)(await chat.NextAsync())["requestContext"]!["connectionId"]!;

        var response = await SendAsync(cloud, new(method), id, content: method == "POST" ? "hi" : null, signer: function);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 403)
            Assert.Equal("AccessDeniedException", response.Headers.GetValues("x-amzn-errortype").Single());
    }

    private static ChatService WithSender()
    {
        var chat = ChatService.Echo();
        Add("/send", async (connections, to) => $"{await connections.SendAsync(to[0], "hi"u8.ToArray())}");
        Add("/disconnect", async (connections, to) => $"{await connections.DisconnectAsync(to[0])}");
        Add("/broadcast", async (connections, to) => string.Join(' ', await connections.SendToAllAsync(to, "hello")));
        return chat;

        void Add(string path, Func<IConnections, IReadOnlyList<string>, Task<string>> call) => chat.Add(new HandEndpoint(
            new(path[1..], "GET", path) { Access = AccessPolicy.Anonymous, Dependencies = [new(typeof(IConnections))] },
            async context => Response.Text(200, await call(context.Services.GetRequiredService<IConnections>(), context.Request.Query.All("to")))));
    }

    private static async Task<string> IdAsync(ChatService chat) =>
        Uri.EscapeDataString((string)(await chat.NextAsync("CONNECT"))["requestContext"]!["connectionId"]!);

    private static Task<HttpResponseMessage> SendAsync(TestCloud cloud, HttpMethod method, string id, bool isSigned = true, string? content = null, string signer = "local")
    {
        var request = new HttpRequestMessage(method, $"/_local/ws/@connections/{Uri.EscapeDataString(id)}");
        if (isSigned)
            request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={signer}/20261201/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0");
        if (content is not null)
            request.Content = new StringContent(content);
        return cloud.Client.SendAsync(request);
    }
}
