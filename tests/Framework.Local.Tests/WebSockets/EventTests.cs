using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Framework.Local.Tests.WebSockets;

/// <summary>The events of a connection have what API Gateway's have.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task CONNECT_has_the_client_s_headers_and_query()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "?room=a%20b&room=c", ("User-Agent", "test"), ("X-Team", "one"));

        var connected = await chat.NextAsync();

        Assert.Equal("one", (string?)connected["headers"]!["X-Team"]);
        Assert.Equal("one", (string?)connected["multiValueHeaders"]!["X-Team"]![0]);
        Assert.Equal("c", (string?)connected["queryStringParameters"]!["room"]);
        Assert.Equal(["a b", "c"], connected["multiValueQueryStringParameters"]!["room"]!.AsArray().Select(value => (string?)value));
        Assert.Null(connected["body"]);
        Assert.False((bool)connected["isBase64Encoded"]!);
        Assert.Equal("test", (string?)connected["requestContext"]!["identity"]!["userAgent"]);
        CheckContext(connected, "$connect", "CONNECT", more: []);
    }

    [Fact]
    public async Task Without_a_query_CONNECT_has_none()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        var connected = await chat.NextAsync();

        Assert.False(connected.AsObject().ContainsKey("queryStringParameters"));
        Assert.False(connected.AsObject().ContainsKey("multiValueQueryStringParameters"));
    }

    [Fact]
    public async Task MESSAGE_has_a_body_and_neither_headers_nor_a_query()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "?room=a");
        var connected = await chat.NextAsync();

        await client.SendAsync("""{"action":"say","text":"grün"}""");
        var message = await chat.NextAsync();

        Assert.Equal(["body", "isBase64Encoded", "requestContext"], message.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("""{"action":"say","text":"grün"}""", (string?)message["body"]);
        Assert.False((bool)message["isBase64Encoded"]!);
        Assert.Equal((string?)message["requestContext"]!["requestId"], (string?)message["requestContext"]!["messageId"]);
        CheckContext(message, "say", "MESSAGE", more: ["messageId"]);
        CheckSameConnection(connected, message);
    }

    [Fact]
    public async Task DISCONNECT_says_why_the_client_closed_the_connection()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud, "?room=a", ("X-Team", "one"));
        var connected = await chat.NextAsync();

        await client.CloseAsync((WebSocketCloseStatus)4001, "lunch");
        var ended = await chat.NextAsync();

        Assert.Equal(4001, (int)ended["requestContext"]!["disconnectStatusCode"]!);
        Assert.Equal("lunch", (string?)ended["requestContext"]!["disconnectReason"]);
        Assert.Null(ended["headers"]!["X-Team"]);
        Assert.Null(ended["queryStringParameters"]);
        CheckContext(ended, "$disconnect", "DISCONNECT", more: ["disconnectReason", "disconnectStatusCode"]);
        CheckSameConnection(connected, ended);
    }

    [Fact]
    public async Task A_closing_frame_without_a_status_is_1005()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = new TcpClient("localhost", cloud.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join(
            "\r\n", "GET /_local/ws HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", "")));

        // A closing frame with an empty payload, and its mask. ClientWebSocket cannot send one.
        await stream.WriteAsync(new byte[] { 0x88, 0x80, 1, 2, 3, 4 });

        Assert.Equal((1005, "Client-side close frame status not set"), End(await chat.NextAsync("DISCONNECT")));
    }

    [Fact]
    public async Task A_client_that_vanishes_is_1006()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        var client = await ChatClient.ConnectAsync(cloud);

        client.Socket.Abort();

        Assert.Equal(1006, End(await chat.NextAsync("DISCONNECT")).Status);
    }

    [Fact]
    public async Task The_connection_is_named_as_API_Gateway_names_one()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);

        var id = (string?)(await chat.NextAsync())["requestContext"]!["connectionId"];

        Assert.Matches("^[A-Za-z0-9_-]{15}=$", id);
    }

    [Fact]
    public async Task Each_event_is_a_line_of_the_console()
    {
        var chat = ChatService.Echo();
        await using var cloud = await TestCloud.StartAsync(service: chat.Build());
        using var client = await ChatClient.ConnectAsync(cloud);
        await client.SendAsync("""{"action":"say"}""");
        await client.ReceiveAsync();
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure);

        await cloud.HasShownAsync("DISCONNECT $disconnect");
        Assert.Matches(@"200 +[0-9.]+ ms  CONNECT \$connect +Onconnect", cloud.Console);
        Assert.Matches(@"200 +[0-9.]+ ms  MESSAGE say +Onsay", cloud.Console);
        Assert.Matches(@"200 +[0-9.]+ ms  DISCONNECT \$disconnect +Ondisconnect", cloud.Console);
    }

    internal static (int Status, string? Reason) End(JsonNode ended) =>
        ((int)ended["requestContext"]!["disconnectStatusCode"]!, (string?)ended["requestContext"]!["disconnectReason"]);

    private static void CheckContext(JsonNode happened, string routeKey, string type, IEnumerable<string> more)
    {
        var context = happened["requestContext"]!;
        IEnumerable<string> fields =
        [
            "apiId", "connectedAt", "connectionId", "domainName", "eventType", "extendedRequestId", "identity",
            "messageDirection", "requestId", "requestTime", "requestTimeEpoch", "routeKey", "stage",
        ];
        Assert.Equal(fields.Concat(more).Order(StringComparer.Ordinal), context.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal((routeKey, type, "IN"), ((string?)context["routeKey"], (string?)context["eventType"], (string?)context["messageDirection"]));
        Assert.Equal((string?)context["requestId"], (string?)context["extendedRequestId"]);
        Assert.Equal(("localhost", "local"), ((string?)context["domainName"], (string?)context["stage"]));
        Assert.Matches(@"^\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000$", (string?)context["requestTime"]);
        Assert.Matches(@"^(127\.0\.0\.1|::1)$", (string?)context["identity"]!["sourceIp"]);
    }

    private static void CheckSameConnection(JsonNode connected, JsonNode later) => Assert.All(
        ["connectionId", "connectedAt"],
        name => Assert.Equal(connected["requestContext"]![name]!.ToJsonString(), later["requestContext"]![name]!.ToJsonString()));
}
