using Framework.Binding;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Asks for cookies, and says what it was given.</summary>
[Get("/eat")]
[AllowAnonymous]
public sealed class Eat
{
    public Task<Dictionary<string, string>> HandleAsync(
        [FromCookie] string theme, [FromCookie("__Host-id")] int? id, [FromCookie] string[] tag, [FromCookie] bool seen = true) =>
        Task.FromResult(new Dictionary<string, string>
        {
            ["theme"] = theme,
            ["id"] = $"{id}",
            ["tag"] = string.Join('|', tag),
            ["seen"] = $"{seen}",
        });
}
