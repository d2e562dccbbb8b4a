using System.Text.Json.Serialization;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes values inside of values, and lists of numbers at the bottom.</summary>
[Post("/nests")]
[AllowAnonymous]
public sealed class Nest
{
    public sealed record Body(
        [property: JsonPropertyName("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")] Body? Inner,
        int?[]? Numbers);

    public Task<Response> HandleAsync(Body body) => Task.FromResult(Response.Text(200, $"{body.Numbers?.Length}"));
}
