using Framework.Http;
using Framework.Identity;
using Framework.WebSockets;

namespace Framework.Tests.Service;

/// <summary>Takes every message, and sends its bytes back.</summary>
[DefaultMessage]
[AllowAnonymous]
public sealed class Overhear
{
    public Task<Response> HandleAsync(ReadOnlyMemory<byte>? message) =>
        Task.FromResult(Response.Bytes(200, message ?? default, "application/octet-stream"));
}
