using System.Text.Json.Serialization;
using Framework.Binding;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes enums in the query, in a header and in the body, and returns them.</summary>
[Post("/paintings")]
[AllowAnonymous]
public sealed class Paint
{
    public enum Colour
    {
        Red,
        DarkBlue = 7,
        [JsonStringEnumMemberName("off-white")] OffWhite,
    }

    [Flags]
    public enum Tools
    {
        None = 0,
        Brush = 1,
        Knife = 2,
        Both = 3,
        Sponge = 8,
    }

    public sealed record Body(
        Colour Colour, Colour? Second = null, IReadOnlyList<Colour>? More = null, Dictionary<Colour, int>? Litres = null, Tools Tools = Tools.None);

    public sealed record Result(Body? Given, Colour? Query, Tools? Tools, Colour? Header);

    public Task<Result> HandleAsync(Body? body, Colour? colour, Tools? tools, [FromHeader("x-colour")] Colour? header) =>
        Task.FromResult(new Result(body, colour, tools, header));
}
