using Framework.Binding;
using Framework.Http;
using Framework.Identity;
using Framework.WebSockets;

namespace Framework.Tests.Service;

/// <summary>Opens connections, and chooses the first protocol.</summary>
[Connect]
public sealed class Join
{
    public Task<Results<Connected, NotThere>> HandleAsync(
        string room, Request request, Caller caller, Connection connection, [FromHeader("sec-websocket-protocol")] string[] protocols) =>
        Task.FromResult<Results<Connected, NotThere>>(request.Query.TryGet("room", out var asked) && asked == room && caller.IsAuthenticated && connection.MessageId is null && room != "closed"
            ? new Connected(protocols.FirstOrDefault())
            : new NotThere());

    public sealed record NotThere() : HttpResult(404);
}
