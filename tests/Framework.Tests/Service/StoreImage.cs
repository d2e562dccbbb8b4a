using Framework.Binding;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Put("/images")]
[AllowAnonymous]
public sealed class StoreImage
{
    public Task<Response> HandleAsync([Accepts("image/*", "application/pdf")] ReadOnlyMemory<byte> image) =>
        Task.FromResult(Response.Bytes(200, image, "application/octet-stream"));
}
