using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Put("/books/{version}")]
[AllowAnonymous]
public sealed class ReplaceBook
{
    public Task<Ok<Book>> HandleAsync(long version, IfMatch ifMatch) =>
        Task.FromResult(new Ok<Book>(new Book("Emma", ifMatch.Version)) { Headers = { ["x-version"] = $"{version}" } });
}
