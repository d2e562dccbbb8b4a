namespace Framework.Runtime;

/// <summary>A connected byte stream. The blocking kind completes before it returns, so that the loop on top of it
/// runs on one thread without a hand-over; the asynchronous kind shares threads between loops.</summary>
internal interface IByteChannel : IDisposable
{
    /// <summary>Reads what has arrived, at least one byte; 0 at the end of the stream.</summary>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer);

    /// <summary>Sends all of the bytes.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> bytes);
}
