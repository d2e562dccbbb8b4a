using System.Buffers;
using System.Net.WebSockets;

namespace Framework.Local.WebSockets;

/// <summary>Reads the messages of a client, within API Gateway's limits.</summary>
/// <param name="connection">The connection.</param>
/// <param name="socket">Its socket.</param>
/// <param name="frames">Its frames.</param>
internal sealed class MessageReader(LocalConnection connection, WebSocket socket, FrameUpgrade frames)
{
    /// <summary>The longest message, in bytes.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">
    /// Quotas of API Gateway</see>.</remarks>
    public const int MaxMessage = 128 * 1024;

    /// <summary>The longest frame, in bytes: a longer message comes in several.</summary>
    public const int MaxFrame = 32 * 1024;

    private const int Piece = 4096;

    /// <summary>Reads to the end of the connection.</summary>
    /// <param name="receive">Takes each message.</param>
    /// <returns>Why it ended.</returns>
    public async Task<ConnectionEnd> ReadAsync(Action<ReadOnlyMemory<byte>> receive)
    {
        try
        {
            while (await ReadMessageAsync() is { } message)
            {
                connection.Touch();
                receive(message);
            }
            connection.End(frames.HasEmptyClose ? ConnectionEnd.WithoutStatus : ConnectionEnd.ByClient(socket));
            await connection.Closed;
            return connection.Ended!;
        }
        catch (Exception exception) when (LocalConnection.IsGone(exception))
        {
            return connection.Ended ?? ConnectionEnd.Lost;
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadMessageAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var received = await socket.ReceiveAsync(message.GetMemory(Piece)[..Piece], CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            message.Advance(received.Count);
            if (frames.IsTooLarge || message.WrittenCount > MaxMessage)
                connection.End(ConnectionEnd.TooLarge);
            else if (received.MessageType == WebSocketMessageType.Binary)
                connection.End(ConnectionEnd.Binary);
            // What comes after the gateway's closing frame and before the client's own is of no interest.
            if (connection.Ended is not null)
                message.ResetWrittenCount();
            else if (received.EndOfMessage)
                return message.WrittenMemory;
        }
    }
}
