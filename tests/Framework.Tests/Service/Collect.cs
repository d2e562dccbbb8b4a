using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Post("/names")]
[AllowAnonymous]
public sealed class Collect
{
    public Task<Response> HandleAsync(List<string?> names) => Task.FromResult(Response.Text(200, $"{names.Count}"));
}
