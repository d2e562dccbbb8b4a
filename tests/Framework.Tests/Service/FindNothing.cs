using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/nothing")]
[AllowAnonymous]
public sealed class FindNothing
{
    public Task<Accepted<string>?> HandleAsync() => Task.FromResult<Accepted<string>?>(null);
}
