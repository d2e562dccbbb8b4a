using System.Text;
using Framework.Generated;
using Framework.Http;
using Framework.Runtime;
using Framework.Tests.Conformance;
using Framework.Tests.Service;

namespace Framework.Tests.WebSockets;

/// <summary>Events of a WebSocket API that no gateway sends, each changed at random.</summary>
public sealed class ChangedEventTests
{
    [Fact]
    public async Task A_changed_event_is_served_or_refused_and_never_breaks_the_service()
    {
        await using var service = new TestService(
            [new TestMessages("$connect", ReadAllAsync), new TestMessages("$disconnect", ReadAllAsync), new TestMessages("$default", ReadAllAsync), new SayEndpoint()],
            telemetry: Stream.Null);
        var events = new MutatedEvents(20261201,
        [
            WebSocketApiEvent.Connect.As("alice").WithQuery("room", "a", "b").WithHeaders(("cookie", "a=b"), ("Sec-WebSocket-Protocol", "chat")).ToJson(),
            WebSocketApiEvent.Disconnect.As("alice").ToJson(),
            WebSocketApiEvent.Message("""{"action":"say","text":"hi"}""").As("alice", "[members]").ToJson(),
            WebSocketApiEvent.Message("""{"action":"say","text":"hi"}""", "say").As("alice", "[members]").ToJson(),
            WebSocketApiEvent.Message("AP8NCg==", isBase64: true).ToJson(),
        ]);
        var (served, refused) = (0, 0);
        var count = MutatedEvents.Count(20_000);
        for (var index = 0; index < count; index++)
        {
            var payload = events.Next();
            try
            {
                var response = await service.SendAsync(payload);
                Assert.True(response.Status is >= 200 and < 500, $"{response.Status} for {Encoding.UTF8.GetString(payload)}");
                served++;
            }
            catch (UndecodableEventException)
            {
                refused++;
            }
        }
        Assert.True(served > count / 4 && refused > count / 4, $"{served} served, {refused} refused");
    }

    // Reads all that an author could read.
    private static ValueTask<Response> ReadAllAsync(CallContext context)
    {
        var (request, connection) = (context.Request, context.Connection);
        var headers = request.Headers.Names.Sum(name => request.Headers[name]!.Length);
        var caller = $"{context.Caller.Id} {context.Caller.Claim("email")} {string.Join(' ', context.Caller.Groups)} {string.Join(' ', context.Caller.Scopes)}";
        var known = $"{connection.Id} {connection.DomainName} {connection.Stage} {connection.ConnectedAt} {connection.RouteKey} {connection.MessageId} {connection.DisconnectStatusCode} {connection.DisconnectReason}";
        return ValueTask.FromResult(Response.Text(
            200, $"{headers} {request.Query.All("room").Count} {caller.Length} {request.Cookies.Count} {request.SourceIp} {known} {request.Body.Length}"));
    }
}
