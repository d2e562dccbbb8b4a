using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What only generated code names is in <c>Framework.Generated</c>, which no author's file sees.</summary>
public sealed class GeneratedNamesTests
{
    // An author's code names each of these too, or what reads descriptions and resources does.
    private static readonly string[] OfOthers =
    [
        "Framework.Description.AccessPolicy", "Framework.Description.EndpointDescription", "Framework.Description.ParameterDescription",
        "Framework.Description.ParameterSource", "Framework.Hosting.Microservice", "Framework.Hosting.MicroserviceBuilder",
        "Framework.Http.Created`1", "Framework.Http.Response", "Framework.Identity.Caller",
        "Framework.Json.JsonTypes", "Framework.Resources.Dependency", "Framework.Resources.Egress", "Framework.Runtime.Invocation",
    ];

    private const string Source = """
        namespace Shop;

        public enum Size { Small, Large }

        [Post("/shops/{shop}"), RequireGroup("owners"), Cors("https://shop.example.com")]
        public sealed class Sell(TimeProvider clock)
        {
            public sealed record Body([property: JsonPropertyName("what")] string Item, Size Size);

            public sealed class BodyRules : AbstractValidator<Body>;

            public sealed class MoreRules(TimeProvider clock) : AbstractValidator<Body> { public object Clock => clock; }

            public object Clock => clock;

            public Task<Created<Body>> HandleAsync(
                Guid shop, [FromHeader] string? note, Size size, [Range(1, 9)] int count, int[] more, Body body,
                Caller caller, Framework.Runtime.Invocation invocation, CancellationToken cancellation) => null!;
        }

        [Get("/shops"), AllowAnonymous]
        public sealed class Look
        {
            public Task<Response> HandleAsync(string? after = null, bool? all = null) => null!;
        }

        [JsonSerializable(typeof(Sell.Body))]
        internal sealed partial class ShopJson : JsonSerializerContext
        {
            public ShopJson() : base(null) { }
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    [Fact]
    public void Generated_code_alone_names_no_type_elsewhere()
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + Source);
        Assert.Empty(run.Diagnostics);

        var named = run.Driver.GetRunResult().GeneratedTrees
            .SelectMany(tree => Named(run.Output.GetSemanticModel(tree)))
            .Where(type => type.ContainingAssembly?.Name == "Framework")
            .Select(type => $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}")
            .Where(name => !name.StartsWith("Framework.Generated.", StringComparison.Ordinal));

        Assert.Equal(OfOthers, named.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<INamedTypeSymbol> Named(SemanticModel model) => model.SyntaxTree.GetRoot().DescendantNodes()
        .SelectMany(node => new ISymbol?[] { model.GetTypeInfo(node).Type, model.GetSymbolInfo(node).Symbol, model.GetSymbolInfo(node).Symbol?.ContainingType })
        .OfType<INamedTypeSymbol>()
        .Select(type => type.OriginalDefinition);
}
