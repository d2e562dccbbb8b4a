using Framework.Generated;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.WebSockets;

/// <summary>Which endpoint an event of a WebSocket API reaches.</summary>
public sealed class WebSocketRouteTests
{
    private static readonly Endpoint[] All =
    [
        new TestMessages("$connect", "connect"), new TestMessages("$disconnect", "disconnect"), new TestMessages("$default", "default"),
        new TestMessages("say", "say"), new TestEndpoint("GET", "/a", name: "http"),
    ];

    [Fact]
    public async Task What_happens_to_the_connection_chooses_between_connect_disconnect_and_message()
    {
        await using var service = new TestService(All);

        Assert.Equal("connect", (await service.SendAsync(WebSocketApiEvent.Connect)).Body);
        Assert.Equal("disconnect", (await service.SendAsync(WebSocketApiEvent.Disconnect)).Body);
        Assert.Equal("default", (await service.SendAsync(WebSocketApiEvent.Message("hi"))).Body);
    }

    [Theory]
    [InlineData("say", "say", """{"action":"other"}""")]
    [InlineData("default", "other", """{"action":"say"}""")]
    public async Task The_route_that_the_gateway_chose_counts(string expected, string routeKey, string message)
    {
        await using var service = new TestService(All);

        Assert.Equal(expected, (await service.SendAsync(WebSocketApiEvent.Message(message, routeKey))).Body);
    }

    [Theory]
    [InlineData("say", """{"action":"say"}""")]
    [InlineData("say", """{"a":[{"action":"x"}],"\u0061ction":"s\u0061y","action":"other"}""")]
    [InlineData("default", """{"action":"other"}""")]
    [InlineData("default", """{"action":"SAY"}""")]
    [InlineData("default", """{"action":{"action":"say"}}""")]
    [InlineData("default", """{"action":["say"]}""")]
    [InlineData("default", """{"action":null}""")]
    [InlineData("default", """{"a":{"action":"say"}}""")]
    [InlineData("default", """["action","say"]""")]
    [InlineData("default", """{"action":"\ud800"}""")]
    [InlineData("default", "say")]
    [InlineData("default", "")]
    public async Task Where_the_API_has_the_default_route_alone_the_action_in_the_message_chooses(string expected, string message)
    {
        await using var service = new TestService(All);

        Assert.Equal(expected, (await service.SendAsync(WebSocketApiEvent.Message(message))).Body);
    }

    [Theory]
    [InlineData("""{"action":"say" """)]
    [InlineData("""{"action":"say"}}""")]
    [InlineData("""{"action":"say"} x""")]
    [InlineData("""{"action":"say",}""")]
    public async Task Text_that_is_not_JSON_has_no_action(string message)
    {
        await using var service = new TestService(All);

        Assert.Equal("default", (await service.SendAsync(WebSocketApiEvent.Message(message))).Body);
    }

    [Theory]
    [InlineData("$default", """{"action":"$connect"}""")]
    [InlineData("$default", """{"action":"$disconnect"}""")]
    [InlineData("$connect", "")]
    [InlineData("$disconnect", "")]
    public async Task No_message_reaches_the_routes_of_connections(string routeKey, string message)
    {
        await using var service = new TestService(All);

        Assert.Equal("default", (await service.SendAsync(WebSocketApiEvent.Message(message, routeKey))).Body);
    }

    [Fact]
    public async Task A_message_that_nobody_takes_is_a_404_and_refuses_nothing_else()
    {
        await using var service = new TestService([new TestMessages("say", "say")]);

        Assert.Equal(404, (await service.SendAsync(WebSocketApiEvent.Message("hi"))).Status);
        Assert.Equal(404, (await service.SendAsync(WebSocketApiEvent.Connect)).Status);
    }

    [Theory]
    [InlineData("*", "say", "connect")]
    [InlineData("On say", "say", null)]
    [InlineData("On $connect", null, "connect")]
    public async Task The_handler_setting_names_the_endpoint_and_a_star_all_of_them(string handler, string? say, string? connect)
    {
        await using var service = new TestService(All, environment: new() { ["_HANDLER"] = handler });

        Assert.Equal(say ?? "404", BodyOf(await service.SendAsync(WebSocketApiEvent.Message("hi", "say"))));
        Assert.Equal(connect ?? "404", BodyOf(await service.SendAsync(WebSocketApiEvent.Connect)));
    }

    [Fact]
    public async Task An_event_of_a_connection_is_never_served_as_a_request()
    {
        var message = WebSocketApiEvent.Message("hi");
        message.Parts["httpMethod"] = "GET";
        message.Parts["path"] = "/a";
        await using var both = new TestService(All);
        await using var http = new TestService([new TestEndpoint("GET", "/a", name: "http")]);

        Assert.Equal("default", (await both.SendAsync(message)).Body);
        var refused = await Assert.ThrowsAsync<UndecodableEventException>(() => http.SendAsync(message));
        Assert.Equal("The event is a WebSocket API's, and the service has no endpoint for it.", refused.Message);
    }

    [Fact]
    public async Task A_service_of_messages_alone_serves_no_request()
    {
        await using var service = new TestService([new TestMessages("$default", "default")]);

        Assert.Equal(404, (await service.SendAsync(new HttpApiEvent("GET", "/"))).Status);
        Assert.Empty(service.Running.Endpoints[0].Routes);
    }

    [Theory]
    [InlineData("connectionId", "", "The event has no requestContext.connectionId, or its eventType is none of CONNECT, MESSAGE and DISCONNECT.")]
    [InlineData("eventType", "OTHER", "The event has no requestContext.connectionId, or its eventType is none of CONNECT, MESSAGE and DISCONNECT.")]
    public async Task An_event_that_lacks_what_every_event_has_is_refused(string field, string value, string expected)
    {
        await using var service = new TestService(All);
        var message = WebSocketApiEvent.Message("hi");
        message.Context[field] = value;

        Assert.Equal(expected, (await Assert.ThrowsAsync<UndecodableEventException>(() => service.SendAsync(message))).Message);
        Assert.Single(service.Logs);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_though_the_event_says_so_is_refused()
    {
        await using var service = new TestService(All);

        await Assert.ThrowsAsync<UndecodableEventException>(() => service.SendAsync(WebSocketApiEvent.Message("é", isBase64: true)));
    }

    private static string BodyOf(ClientResponse response) => response.Status == 200 ? response.Body : $"{response.Status}";
}
