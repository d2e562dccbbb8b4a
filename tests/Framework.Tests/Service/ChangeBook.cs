using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Patch("/books/{version}")]
[AllowAnonymous]
public sealed class ChangeBook
{
    public Task<Book> HandleAsync(long version, IfMatch? ifMatch) => Task.FromResult(new Book("Emma", (ifMatch?.Version ?? 100) + version));
}
