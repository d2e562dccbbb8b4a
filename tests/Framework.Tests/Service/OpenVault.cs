using Framework.Filters;
using Framework.Http;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>An endpoint of a group, with a filter of its own.</summary>
[Get("/")]
[Filter<Count>]
public sealed class OpenVault : Keeper
{
    public Task<NoContent> HandleAsync(int vault) => Task.FromResult(new NoContent { Headers = { ["x-vault"] = $"{vault}" } });

    public sealed class Count : IEndpointFilter
    {
        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            var response = await next();
            response.Headers.Append("x-watched", $"{response.StatusCode}");
            return response;
        }
    }
}
