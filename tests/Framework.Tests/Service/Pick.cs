using Framework.Binding;
using Framework.Identity;
using Framework.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Service;

/// <summary>Asks for services by key, for one that is not there, and for lists that may be left out.</summary>
[Get("/pick")]
[AllowAnonymous]
public sealed class Pick([FromKeyedServices("north")] IRooms north, IRooms rooms, IFormatProvider? missing = null)
{
    public Task<Dictionary<string, string>> HandleAsync(int[]? pages, [FromHeader("x-tags")] IReadOnlyList<string>? tags) =>
        Task.FromResult(new Dictionary<string, string>
        {
            ["services"] = $"{north.GetType().Name} {rooms.GetType().Name} {missing is null}",
            ["pages"] = pages is null ? "none" : string.Join('|', pages),
            ["tags"] = tags is null ? "none" : string.Join('|', tags),
        });
}
