using System.Buffers;
using System.Buffers.Text;
using Framework.Http;
using Framework.Identity;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>A decoded event: the request and who makes it. Owns the memory that its body was decoded to.</summary>
/// <param name="frontDoor">The gateway that sent the event.</param>
internal sealed class HttpEvent(FrontDoor frontDoor) : IDisposable
{
    private byte[]? _rented;

    public Request Request { get; } = new() { FrontDoor = frontDoor };

    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>Whether a load balancer asks if the function is there.</summary>
    public bool IsHealthCheck { get => Request.IsHealthCheck; set => Request.IsHealthCheck = value; }

    /// <summary>Whether the path begins with the base path that a custom domain or a listener's rule gives the service.</summary>
    public bool HasBasePath { get => Request.HasBasePath; set => Request.HasBasePath = value; }

    /// <summary>Takes the base path off the path, where the event has it.</summary>
    public void RemoveBasePath(string basePath)
    {
        if (HasBasePath)
            Request.Path = StagePath.RemoveBase(Request.Path, basePath);
    }

    /// <summary>Takes the body from the event: decodes it where it is escaped or base64, else leaves it in its place.</summary>
    /// <exception cref="UndecodableEventException">The body is not base64, though the event says so.</exception>
    public void ReadBody(ReadOnlyMemory<byte> payload, JsonText body, bool isBase64)
    {
        if (body.Length == 0)
            return;
        if (!body.IsEscaped && !isBase64)
        {
            Request.Body = payload.Slice(body.Start, body.Length);
            return;
        }
        var bytes = Rent(body.Length);
        var length = body.CopyTo(payload, bytes);
        if (isBase64 && Base64.DecodeFromUtf8InPlace(bytes.AsSpan(0, length), out length) != OperationStatus.Done)
            throw new UndecodableEventException("The event's body is not base64, though isBase64Encoded says so.");
        Request.Body = bytes.AsMemory(0, length);
    }

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
