using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/books/{version}")]
[AllowAnonymous]
public sealed class ReadBook
{
    public Task<Book?> HandleAsync(long version) => Task.FromResult(version == 0 ? null : new Book("Emma", version));
}
