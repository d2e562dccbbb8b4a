using Framework.Local.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.WebSockets;

/// <summary>The WebSocket API of the service: opens connections, and passes on their messages.</summary>
internal sealed class WebSocketGateway(
    OpenConnections connections, ConnectRoute connect, ConnectionRoutes routes, TimeProvider clock)
{
    /// <summary>Serves a client for as long as it is connected.</summary>
    /// <param name="http">The request.</param>
    /// <param name="stopping">Ends all connections.</param>
    public async Task HandleAsync(HttpContext http, CancellationToken stopping)
    {
        var id = ConnectionIds.New();
        var (opening, response) = await connect.DecideAsync(http, id);
        if (response.StatusCode is not (>= 200 and < 300))
        {
            await RefuseAsync(http, opening, response);
            return;
        }
        using var connection = new LocalConnection(id, opening, clock);
        // Before the client knows that it is connected: it may make others send to it at once.
        connections.Add(connection);
        using var end = stopping.Register(() => connection.End(ConnectionEnd.GoingAway));
        await ServeAsync(http, connection, Subprotocol(response));
    }

    private async Task ServeAsync(HttpContext http, LocalConnection connection, string? subprotocol)
    {
        var running = new List<Task>();
        var end = ConnectionEnd.Lost;
        try
        {
            var frames = (FrameUpgrade)http.Features.GetRequiredFeature<IHttpUpgradeFeature>();
            using var socket = await http.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { SubProtocol = subprotocol, KeepAliveInterval = TimeSpan.Zero });
            connection.Open(socket);
            end = await new MessageReader(connection, socket, frames).ReadAsync(Receive);
        }
        catch (Exception exception) when (LocalConnection.IsGone(exception))
        {
            // The client did not wait for its connection.
        }
        finally
        {
            connections.Remove(connection);
        }
        await routes.HandleEndAsync(connection, end);
        await Task.WhenAll(running);

        // Each message is an invocation of its own, which does not wait for the one before.
        void Receive(ReadOnlyMemory<byte> message)
        {
            running.RemoveAll(task => task.IsCompleted);
            running.Add(routes.HandleMessageAsync(connection, message));
        }
    }

    private static async Task RefuseAsync(HttpContext http, GatewayRequest opening, GatewayResponse response)
    {
        http.Response.StatusCode = response.StatusCode;
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-amzn-requestid"] = opening.Id;
        await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
    }

    private static string? Subprotocol(GatewayResponse response) => response.Headers
        .FirstOrDefault(header => header.Key.Equals("sec-websocket-protocol", StringComparison.OrdinalIgnoreCase)).Value;
}
