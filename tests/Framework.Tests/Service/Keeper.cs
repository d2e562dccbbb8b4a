using Framework.Filters;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>What all endpoints of the vault have in common.</summary>
[RoutePrefix("/vaults/{vault}")]
[RequireGroup("keepers")]
[Filter<Keeper.Watch>]
public abstract class Keeper
{
    /// <summary>Refuses while the vault is closed, which it learns from a service.</summary>
    public sealed class Watch(TimeProvider clock) : IEndpointFilter
    {
        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            if (clock.GetUtcNow().Hour >= 18)
                return Response.Text(423, $"{context.Endpoint.Name} is closed for {context.Caller.Id}");
            var response = await next();
            response.Headers.Append("x-watched", context.Request.Path);
            return response;
        }
    }
}
