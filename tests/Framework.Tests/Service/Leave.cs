using Framework.Identity;
using Framework.WebSockets;

namespace Framework.Tests.Service;

[Disconnect]
[AllowAnonymous]
public sealed class Leave
{
    public Task<string> HandleAsync(Connection connection) =>
        Task.FromResult($"{connection.Id} {connection.DisconnectStatusCode} {connection.DisconnectReason}");
}
