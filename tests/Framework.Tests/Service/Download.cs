using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/download")]
[AllowAnonymous]
public sealed class Download
{
    public Task<FileResult?> HandleAsync(string? name, string type = "application/pdf", bool inline = false, bool missing = false) =>
        Task.FromResult(missing ? null : new FileResult("%PDF"u8.ToArray(), type, name) { IsInline = inline });
}
