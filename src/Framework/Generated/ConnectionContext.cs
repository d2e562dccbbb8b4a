using Framework.Http;
using Framework.Identity;
using Framework.Json;
using Framework.Runtime;
using Framework.WebSockets;

namespace Framework.Generated;

/// <summary>What generated code can reach while it serves one event of a WebSocket API.</summary>
internal sealed class ConnectionContext(
    Connection connection, Request request, Caller caller, Invocation invocation, IServiceProvider root, ResponseWriter writer)
    : CallContext(request, caller, invocation, root, writer)
{
    public override Connection Connection => connection;
}
