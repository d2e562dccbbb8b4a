using System.Text.Json.Serialization;

namespace Hello;

[Get("/hello/{name}")]
[AllowAnonymous]
public sealed class Greet
{
    public sealed record Greeting(string Text);

    public Task<Greeting> HandleAsync(string name) => Task.FromResult(new Greeting($"Hello, {name}!"));
}

[JsonSerializable(typeof(Greet.Greeting))]
internal sealed partial class HelloJson : JsonSerializerContext;
