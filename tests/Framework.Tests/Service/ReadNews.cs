using Framework.Http;
using Framework.Identity;
using Framework.Problems;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>A response that caches may keep.</summary>
[Get("/news")]
[AllowAnonymous]
[CacheControl("Public, max-age=60")]
public sealed class ReadNews
{
    public Task<Response> HandleAsync(int status = 200, string? own = null)
    {
        if (status >= 400)
            throw new ProblemException(new Problem(status, "bad", "Bad"));
        var response = new Response(status);
        response.Headers["etag"] = "\"1\"";
        response.Headers["Cache-Control"] = own;
        return Task.FromResult(response);
    }
}
