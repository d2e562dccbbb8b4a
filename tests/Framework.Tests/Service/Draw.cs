using System.Text.Json.Serialization;
using FluentValidation;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Post("/drawings")]
[AllowAnonymous]
public sealed class Draw
{
    [JsonConverter(typeof(JsonStringEnumConverter<Ink>))]
    public enum Ink
    {
        Black,
        [JsonStringEnumMemberName("dark-red")] DarkRed,
    }

    public enum Level
    {
        Low = 1,
        High = 5,
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape
    {
        [JsonPropertyName("shape label")]
        public required string Label { get; init; }
    }

    public sealed record Circle(int Radius) : Shape;

    public sealed record Square(int Side) : Shape;

    public sealed record Layer([property: JsonPropertyName("layer_name")] string Name, List<Shape> Shapes, Layer? Below = null);

    public sealed record Page<T>(IReadOnlyList<T> Items, Ink Ink = Ink.Black)
    {
        public string Note { get; set; } = "none";

        public Level Level { get; set; } = Level.Low;

        public Dictionary<string, string> Tags { get; set; } = [];

        public object? Anything { get; init; }
    }

    public sealed class ShapeRules : AbstractValidator<Shape>
    {
        public ShapeRules() => RuleFor(shape => shape.Label).NotEmpty();
    }

    public sealed class LayerRules : AbstractValidator<Layer>
    {
        public LayerRules()
        {
            RuleFor(layer => layer.Name).NotEmpty();
            RuleForEach(layer => layer.Shapes).SetValidator(new ShapeRules());
            RuleFor(layer => layer.Below!.Name).NotEmpty().When(layer => layer.Below is not null);
        }
    }

    public sealed class PageRules : AbstractValidator<Page<Layer>>
    {
        public PageRules()
        {
            RuleForEach(page => page.Items).SetValidator(new LayerRules());
            RuleFor(page => page.Note).NotEmpty();
        }
    }

    public Task<Response> HandleAsync(Page<Layer> page) => Task.FromResult(Response.Text(
        200, $"{page.Items.Sum(layer => layer.Shapes.Count)} {page.Ink} {page.Note} {page.Tags.Count}"));
}
