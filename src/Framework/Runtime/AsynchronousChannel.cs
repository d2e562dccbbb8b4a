using System.Net.Sockets;

namespace Framework.Runtime;

/// <summary>A channel that gives its thread back while it waits: many loops share a few threads.</summary>
internal sealed class AsynchronousChannel(Socket socket) : IByteChannel
{
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => socket.ReceiveAsync(buffer, SocketFlags.None);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }

    public void Dispose() => socket.Dispose();
}
