using System.Net.Sockets;

namespace Framework.Runtime;

/// <summary>A channel that blocks the calling thread: the cheapest way to serve one invocation at a time.</summary>
internal sealed class BlockingChannel(Socket socket) : IByteChannel
{
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => new(socket.Receive(buffer.Span));

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes.Span; !rest.IsEmpty;)
            rest = rest[socket.Send(rest)..];
        return ValueTask.CompletedTask;
    }

    public void Dispose() => socket.Dispose();
}
