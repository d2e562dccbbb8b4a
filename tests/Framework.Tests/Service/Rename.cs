using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Serves several routes, and says which it was called by.</summary>
[Put("/names/{id}")]
[Patch("/names/{id}")]
[Patch("/titles/{id}")]
[AllowAnonymous]
public sealed class Rename
{
    public Task<Response> HandleAsync(int id, Request request) =>
        Task.FromResult(Response.Text(200, $"{request.Method} {request.Path} {id}"));
}
