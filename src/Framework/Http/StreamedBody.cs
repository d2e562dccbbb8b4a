using System.Buffers;

namespace Framework.Http;

/// <summary>A body that is made while it is sent, piece by piece.</summary>
internal abstract class StreamedBody : IAsyncDisposable
{
    /// <summary>Whether the body is UTF-8 text.</summary>
    public virtual bool IsText => true;

    /// <summary>Whether there is a piece to write.</summary>
    public bool HasPiece { get; private set; }

    /// <summary>Why the body broke off, after a part of it was sent.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Ends the body and all that it is made with.</summary>
    public Func<ValueTask>? End { get; set; }

    /// <summary>Makes the next piece, if there is one.</summary>
    public async ValueTask AdvanceAsync() => HasPiece = await NextAsync();

    /// <summary>Writes the piece.</summary>
    public abstract void Write(IBufferWriter<byte> output);

    /// <summary>Writes what follows the last piece.</summary>
    public virtual void WriteEnd(IBufferWriter<byte> output)
    {
    }

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<bool> NextAsync();
}
