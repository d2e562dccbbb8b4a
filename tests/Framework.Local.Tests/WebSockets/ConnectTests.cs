using System.Net;
using System.Net.WebSockets;
using Framework.Authorizers;
using Framework.Description;
using Framework.Generated;
using Framework.Http;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.WebSockets;

/// <summary>Who may connect.</summary>
public sealed class ConnectTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_in_the_query_or_the_header_is_the_caller_of_every_event(bool isInQuery)
    {
        var chat = ChatService.Echo(isOpen: false);
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        var tokens = await cloud.TokensAsync("ann", "editors,members");
        var token = (string)tokens["access_token"]!;
        using var client = isInQuery
            ? await ChatClient.ConnectAsync(cloud, $"?access_token={token}")
            : await ChatClient.ConnectAsync(cloud, "", ("Authorization", $"Bearer {token}"));
        var authorizer = (await chat.NextAsync())["requestContext"]!["authorizer"]!;

        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal($"said by LambdaAuthorizer {(string?)authorizer["principalId"]} editors,members", await client.ReceiveAsync());
        Assert.Equal("ann", (string?)authorizer["username"]);
        Assert.Equal(authorizer.ToJsonString(), (await chat.NextAsync())["requestContext"]!["authorizer"]!.ToJsonString());
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure);
        Assert.Equal(authorizer.ToJsonString(), (await chat.NextAsync())["requestContext"]!["authorizer"]!.ToJsonString());
        Assert.Matches(@"MESSAGE say +Onsay +ann", cloud.Console);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?access_token=")]
    [InlineData("?access_token=no.such.token")]
    public async Task Without_a_valid_token_a_closed_connect_is_401_and_the_service_is_not_called(string query)
    {
        var chat = ChatService.Echo(isOpen: false);
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());

        Assert.Equal(HttpStatusCode.Unauthorized, await ChatClient.RefusedAsync(cloud, query));

        Assert.Equal(0, chat.Unread);
        await cloud.HasShownAsync("CONNECT $connect");
        Assert.Matches(@"401 +[0-9.]+ ms  CONNECT \$connect", cloud.Console);
    }

    [Fact]
    public async Task A_refusal_says_which_connection_it_is_about()
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo(isOpen: false).Build());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_local/ws");
        foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==") })
            request.Headers.TryAddWithoutValidation(name, value);

        var response = await cloud.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Matches("""^\{"message":"Unauthorized", "connectionId":"[^"]+=", "requestId":"[^"]+="\}$""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_open_connect_asks_nobody()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "?access_token=wrong");

        Assert.Null((await chat.NextAsync())["requestContext"]!["authorizer"]);
    }

    [Fact]
    public async Task Without_a_class_for_connect_everybody_connects_and_messages_are_of_nobody()
    {
        var chat = new ChatService();
        chat.Add("say", isOpen: false, context => Response.Text(200, "said"));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        await client.SendAsync("""{"action":"say"}""");

        Assert.Contains("\"status\":401", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_s_own_authorizer_decides_and_its_context_is_the_caller()
    {
        var chat = ChatService.Echo(isOpen: false);
        chat.Add(new Keys());
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "?room=a", ("x-api-key", "good"));
        var authorizer = (await chat.NextAsync())["requestContext"]!["authorizer"]!;

        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal("said by LambdaAuthorizer ann", await client.ReceiveAsync());
        Assert.Equal(("ann", "3", "a"), ((string?)authorizer["principalId"], (string?)authorizer["level"], (string?)authorizer["room"]));
    }

    [Fact]
    public async Task The_authorizer_is_asked_without_its_headers_and_decides_by_the_query()
    {
        var chat = ChatService.Echo(isOpen: false);
        chat.Add(new Keys());
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());

        using var client = await ChatClient.ConnectAsync(cloud, "?key=good");

        Assert.Equal("ann", (string?)(await chat.NextAsync())["requestContext"]!["authorizer"]!["principalId"]);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("unknown", 401)]
    [InlineData("denied", 403)]
    [InlineData("narrow", 403)]
    [InlineData("broken", 500)]
    public async Task Who_is_not_allowed_is_refused_and_the_service_is_not_called(string? key, int status)
    {
        var chat = ChatService.Echo(isOpen: false);
        chat.Add(new Keys());
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());

        Assert.Equal(status, (int)await ChatClient.RefusedAsync(cloud, "", key is null ? [] : [("x-api-key", key)]));

        Assert.Equal(0, chat.Unread);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_response_that_is_no_success_refuses_the_connection(int status)
    {
        var chat = ChatService.Echo();
        chat.Add("$connect", isOpen: true, _ => Response.Text(status, "no"));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());

        Assert.Equal(status, (int)await ChatClient.RefusedAsync(cloud));
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_29_seconds_refuses_the_connection()
    {
        var gate = new Gate();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var chat = ChatService.Echo();
        chat.Add("$connect", isOpen: true, async _ =>
        {
            await gate.PassAsync();
            return Response.Text(200, "");
        }, type: typeof(SlowFunction));
        await using var cloud = await TestCloud.StartAsync(service: chat.Build(), clock: clock);

        var refused = ChatClient.RefusedAsync(cloud);
        await gate.Entered.InTimeAsync();
        clock.Advance(TimeSpan.FromSeconds(28.9));
        Assert.False(refused.IsCompleted);
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            return Task.FromResult(refused.IsCompleted);
        });
        gate.Open();

        Assert.Equal(HttpStatusCode.GatewayTimeout, await refused);
    }

    [Fact]
    public async Task The_service_chooses_the_subprotocol()
    {
        var chat = ChatService.Echo();
        chat.Add("$connect", isOpen: true, context =>
        {
            var response = Response.Text(200, "");
            response.Headers["sec-websocket-protocol"] = context.Request.Headers["sec-websocket-protocol"]!.Split(", ")[1];
            return response;
        });
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = new ChatClient();
        client.Socket.Options.AddSubProtocol("chat.v1");
        client.Socket.Options.AddSubProtocol("chat.v2");

        await client.Socket.ConnectAsync(ChatClient.AddressOf(cloud), CancellationToken.None).InTimeAsync();

        Assert.Equal("chat.v2", client.Socket.SubProtocol);
    }

    [Fact]
    public async Task A_request_that_asks_for_no_WebSocket_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo().Build());

        Assert.Equal(HttpStatusCode.UpgradeRequired, (await cloud.Client.GetAsync("/_local/ws")).StatusCode);
    }

    [Fact]
    public async Task A_service_without_WebSocket_routes_has_no_such_address()
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await ChatClient.RefusedAsync(cloud));
        Assert.DoesNotContain("/_local/ws", cloud.Console, StringComparison.Ordinal);
        Assert.Contains("Connections =  }", await cloud.Client.GetStringAsync("/resources"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "/_local/ws\"")]
    [InlineData(false, "/_local/ws?access_token=$TOKEN\"")]
    public async Task The_greeting_says_how_to_connect(bool isOpen, string address)
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo(isOpen).Build());

        Assert.Contains($"npx wscat -c \"ws://localhost:{cloud.Address.Port}{address}", cloud.Console, StringComparison.Ordinal);
        Assert.Matches(@"WS +say +Onsay", cloud.Console);
    }

    [Fact]
    public async Task The_page_lists_the_routes()
    {
        await using var cloud = await TestCloud.StartAsync(service: ChatService.Echo().Build());

        var page = await cloud.Client.GetStringAsync("/_local");

        Assert.Contains("<code>/_local/ws</code>", page, StringComparison.Ordinal);
        Assert.Matches(@"data-label=""Route"">say</th>\s*<td role=""cell"" data-label=""Endpoint"">Onsay</td>", page);
    }

    private sealed class Keys : Authorizer
    {
        public override AuthorizerDescription Description => new("Keys") { Headers = ["x-api-key"] };

        public override ValueTask<AuthorizerResult> HandleAsync(AuthorizerCall context) => new((context.Request.Headers.GetValueOrDefault("X-API-Key") ?? context.Request.Query.GetValueOrDefault("key")) switch
        {
            "good" when context.Request.ConnectionId is { Length: 16 } => AuthorizerResult.Allow("ann", new() { { "level", 3 }, { "room", context.Request.Query.GetValueOrDefault("room", "") } }),
            "narrow" => AuthorizerResult.Allow("ann", routes: ["other"]),
            "denied" => AuthorizerResult.Deny(),
            "broken" => throw new InvalidOperationException("broken"),
            _ => AuthorizerResult.Unauthorized,
        });
    }
}
