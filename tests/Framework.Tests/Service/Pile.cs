using System.Text.Json;
using Framework.Binding;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes a JSON body with limits of its own.</summary>
[Post("/pile")]
[AllowAnonymous]
[BodyLimits(MaxBytes = 40, MaxDepth = 3)]
public sealed class Pile
{
    public sealed record Body(JsonElement Top);

    public Task HandleAsync(Body body) => Task.CompletedTask;
}
