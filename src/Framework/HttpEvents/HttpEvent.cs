using System.Buffers;
using Framework.Http;
using Framework.Identity;

namespace Framework.HttpEvents;

/// <summary>A decoded event: the request and who makes it. Owns the memory that its body was decoded to.</summary>
internal sealed class HttpEvent : IDisposable
{
    private byte[]? _rented;

    public Request Request { get; } = new();

    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>Memory for a decoded body, given back when the invocation ends.</summary>
    public byte[] Rent(int length) => _rented = ArrayPool<byte>.Shared.Rent(length);

    public void Dispose()
    {
        Request.Headers.Release();
        Request.Body = default;
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        _rented = null;
    }
}
