using System.Text.Json.Nodes;
using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.WebSockets;

/// <summary>How connections are opened and end: the routes <c>$connect</c> and <c>$disconnect</c>.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_request_for_a_connection_has_headers_and_a_query()
    {
        await using var service = New();

        var response = await service.SendAsync(WebSocketApiEvent.Connect.As("alice").WithQuery("room", "attic & more"));

        Assert.Equal((200, ""), (response.Status, response.Body));
    }

    [Fact]
    public async Task The_chosen_subprotocol_is_a_header_of_the_response()
    {
        await using var service = New();

        var response = await service.SendAsync(
            WebSocketApiEvent.Connect.As("alice").WithQuery("room", "attic").WithHeaders(("Sec-WebSocket-Protocol", "chat.v2, chat.v1")));

        Assert.Equal((200, "chat.v2"), (response.Status, response.Header("Sec-WebSocket-Protocol")));
    }

    [Fact]
    public async Task Without_a_subprotocol_the_response_names_none()
    {
        await using var service = New();

        Assert.Empty((await service.SendAsync(WebSocketApiEvent.Connect.As("alice").WithQuery("room", "attic"))).Headers);
    }

    [Fact]
    public async Task A_status_that_is_not_2xx_refuses_the_connection()
    {
        await using var service = New();

        Assert.Equal(404, (await service.SendAsync(WebSocketApiEvent.Connect.As("alice").WithQuery("room", "closed"))).Status);
    }

    [Fact]
    public async Task Values_that_cannot_be_bound_refuse_the_connection()
    {
        await using var service = New();

        var response = await service.SendAsync(WebSocketApiEvent.Connect.As("alice"));

        Assert.Equal((400, "invalid-parameters"), (response.Status, response.Kind));
    }

    [Fact]
    public async Task Nobody_connects_without_a_caller()
    {
        await using var service = New();

        var response = await service.SendAsync(WebSocketApiEvent.Connect.WithQuery("room", "attic").WithHeaders(("Authorization", "Bearer alice")));

        Assert.Equal((401, "unauthenticated"), (response.Status, response.Kind));
    }

    [Fact]
    public async Task A_caller_without_the_group_is_refused_with_a_403()
    {
        await using var service = new TestService([new TestMessages("$connect", "", new(false, [["members"]], []))]);

        Assert.Equal(403, (await service.SendAsync(WebSocketApiEvent.Connect.As("alice"))).Status);
        Assert.Equal(200, (await service.SendAsync(WebSocketApiEvent.Connect.As("alice", "[members]"))).Status);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/alice", null, null, 200)]
    [InlineData(null, "eu-central-1:id", "authenticated", 200)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Guest/x", "eu-central-1:id", "unauthenticated", 401)]
    [InlineData(null, null, null, 401)]
    public async Task An_IAM_identity_is_a_caller_and_a_guest_of_an_identity_pool_is_not(string? arn, string? identity, string? type, int expected)
    {
        await using var service = New();
        var connect = WebSocketApiEvent.Connect.WithQuery("room", "attic");
        connect.Context["identity"] = new JsonObject
        {
            ["userArn"] = arn,
            ["cognitoIdentityId"] = identity,
            ["cognitoAuthenticationType"] = type,
            ["sourceIp"] = "192.0.2.1",
        };

        Assert.Equal(expected, (await service.SendAsync(connect)).Status);
    }

    [Fact]
    public async Task The_end_of_a_connection_has_a_status_and_a_reason()
    {
        await using var service = New();

        Assert.Equal("\"L0SM9cOFvHcCIhw= 1001 Going away\"", (await service.SendAsync(WebSocketApiEvent.Disconnect)).Body);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"1001\"")]
    [InlineData("1001.5")]
    [InlineData("99999999999")]
    [InlineData("{}")]
    public async Task A_status_that_is_no_number_is_none(string status)
    {
        await using var service = New();
        var disconnect = WebSocketApiEvent.Disconnect;
        disconnect.Context["disconnectStatusCode"] = JsonNode.Parse(status);

        Assert.Equal("\"L0SM9cOFvHcCIhw=  Going away\"", (await service.SendAsync(disconnect)).Body);
    }

    [Fact]
    public async Task A_connection_says_what_the_event_says()
    {
        Framework.WebSockets.Connection? seen = null;
        await using var service = new TestService([new TestMessages("say", context =>
        {
            seen = context.Connection;
            return ValueTask.FromResult(new Framework.Http.Response(200));
        })]);

        await service.SendAsync(WebSocketApiEvent.Message("hi", "say"));

        Assert.Equal(WebSocketApiEvent.ConnectionId, seen!.Id);
        Assert.EndsWith("=", seen.Id, StringComparison.Ordinal);
        Assert.Equal("abc.execute-api.eu-central-1.amazonaws.com", seen.DomainName);
        Assert.Equal("prod", seen.Stage);
        Assert.Equal("say", seen.RouteKey);
        Assert.Equal("MessageId=", seen.MessageId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1796092200123), seen.ConnectedAt);
        Assert.Null(seen.DisconnectStatusCode);
        Assert.Null(seen.DisconnectReason);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("-1")]
    [InlineData("253402300800000")]
    [InlineData("1e400")]
    public async Task An_instant_that_is_none_does_not_refuse_the_event(string connectedAt)
    {
        await using var service = New();
        var disconnect = WebSocketApiEvent.Disconnect;
        disconnect.Context["connectedAt"] = JsonNode.Parse(connectedAt);

        Assert.Equal(200, (await service.SendAsync(disconnect)).Status);
    }

    private static TestService New() => new([new JoinEndpoint(), new LeaveEndpoint()]);
}
