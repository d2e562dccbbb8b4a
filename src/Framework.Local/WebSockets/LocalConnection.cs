using System.Net.WebSockets;
using Framework.Local.Gateway;

namespace Framework.Local.WebSockets;

/// <summary>A connection of a client: what is sent to it, and when it ends.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">
/// API Gateway's quotas</see>.</remarks>
internal sealed class LocalConnection : IDisposable
{
    /// <summary>How long a connection may be without a message, in either direction.</summary>
    public static readonly TimeSpan MaxIdle = TimeSpan.FromMinutes(10);

    /// <summary>How long a connection may be open.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(2);

    // A client that does not reply to a closing frame is cut off.
    private static readonly TimeSpan MaxFarewell = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<WebSocket?> _socket = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ITimer _idle;
    private readonly ITimer _age;
    private readonly ITimer _farewell;
    private ConnectionEnd? _end;

    public LocalConnection(string id, GatewayRequest opening, TimeProvider clock)
    {
        Id = id;
        Opening = opening;
        LastActiveAt = opening.Time;
        _clock = clock;
        _idle = clock.CreateTimer(_ => End(ConnectionEnd.GoingAway), null, MaxIdle, Timeout.InfiniteTimeSpan);
        _age = clock.CreateTimer(_ => End(ConnectionEnd.GoingAway), null, MaxAge, Timeout.InfiniteTimeSpan);
        _farewell = clock.CreateTimer(_ => Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Id { get; }

    /// <summary>The request that opened it, which says who the client is.</summary>
    public GatewayRequest Opening { get; }

    /// <summary>When the last message came or went.</summary>
    public DateTimeOffset LastActiveAt { get; private set; }

    /// <summary>Why the connection ends; null while it does not.</summary>
    public ConnectionEnd? Ended => Volatile.Read(ref _end);

    /// <summary>Ends when the gateway has sent its closing frame.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Takes the socket, as soon as the client has one.</summary>
    public void Open(WebSocket socket) => _socket.SetResult(socket);

    /// <summary>Begins the time without a message anew.</summary>
    public void Touch()
    {
        LastActiveAt = _clock.GetUtcNow();
        _idle.Change(MaxIdle, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sends a message.</summary>
    /// <returns>False where the connection is gone.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message)
    {
        if (await _socket.Task is not { } socket)
            return false;
        await _sending.WaitAsync();
        try
        {
            if (Ended is not null || socket.State != WebSocketState.Open)
                return false;
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            Touch();
            return true;
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends the connection with a closing frame. What ended it first counts.</summary>
    public void End(ConnectionEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not null)
            return;
        _farewell.Change(MaxFarewell, Timeout.InfiniteTimeSpan);
        _ = CloseAsync(end);
    }

    /// <summary>Whether an exception says that the other side is gone.</summary>
    public static bool IsGone(Exception exception) =>
        exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    /// <summary>Lets who waits for the connection know that it is gone.</summary>
    public void Dispose()
    {
        _socket.TrySetResult(null);
        _idle.Dispose();
        _age.Dispose();
        _farewell.Dispose();
    }

    private async Task CloseAsync(ConnectionEnd end)
    {
        if (await _socket.Task is not { } socket)
            return;
        await _sending.WaitAsync();
        try
        {
            // No frame may have the status that says that there is none.
            var status = end.Status == WebSocketCloseStatus.Empty ? WebSocketCloseStatus.NormalClosure : end.Status;
            await socket.CloseOutputAsync(status, end.Reason, CancellationToken.None);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The client was faster.
        }
        finally
        {
            _sending.Release();
            _closed.SetResult();
        }
    }

    private void Abort()
    {
        if (_socket.Task is { IsCompletedSuccessfully: true, Result: { } socket })
            socket.Abort();
    }
}
