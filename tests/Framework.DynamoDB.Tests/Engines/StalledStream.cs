namespace Framework.DynamoDB.Tests.Engines;

/// <summary>A response that stops midway. The rest comes when it is closed, as on a connection that is kept open.</summary>
internal sealed class StalledStream(byte[] response) : Stream
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _position;
    private int _readers;

    /// <summary>Done as soon as someone waits for the rest.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Whether it was closed while someone read it.</summary>
    public bool ClosedUnderReader { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _readers);
        try
        {
            if (_position >= response.Length / 2)
            {
                _reached.TrySetResult();
                await _closed.Task.WaitAsync(cancellationToken);
            }
            var length = Math.Min(buffer.Length, (_position < response.Length / 2 ? response.Length / 2 : response.Length) - _position);
            response.AsMemory(_position, length).CopyTo(buffer);
            _position += length;
            return length;
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The SDK reads so.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        ClosedUnderReader |= Volatile.Read(ref _readers) > 0;
        _closed.TrySetResult();
        base.Dispose(disposing);
    }
}
