using System.Globalization;
using System.Text.RegularExpressions;
using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>Which types a service's JSON contexts know, held against System.Text.Json's own generator.</summary>
public sealed partial class JsonContextTests
{
    private const string Endpoints = """
        namespace Shop;

        public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

        [Post("/a")] public sealed class Create { public sealed record Body(string Title); public Task<Page<Body>> HandleAsync(Body body) => null!; }
        [Put("/a")] public sealed class Change { public sealed record Body(int Count); public Task<Page<Body>> HandleAsync(Body body) => null!; }
        [Put("/b")] public sealed class Only { public sealed record Single(int Count); public Task<int?> HandleAsync(Single[] single) => null!; }
        """;

    [Fact]
    public void The_lines_of_the_messages_fix_what_they_report()
    {
        var before = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + Endpoints);
        var lines = before.Diagnostics.Select(diagnostic => Line().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Value).ToList();
        Assert.Equal(
            [
                "[JsonSerializable(typeof(Shop.Create.Body), TypeInfoPropertyName = \"CreateBody\")]",
                "[JsonSerializable(typeof(Shop.Page<Shop.Create.Body>), TypeInfoPropertyName = \"ShopPageCreateBody\")] and [JsonSerializable(typeof(System.Collections.Generic.IReadOnlyList<Shop.Create.Body>), TypeInfoPropertyName = \"IReadOnlyListCreateBody\")]",
                "[JsonSerializable(typeof(Shop.Change.Body), TypeInfoPropertyName = \"ChangeBody\")]",
                "[JsonSerializable(typeof(Shop.Page<Shop.Change.Body>), TypeInfoPropertyName = \"ShopPageChangeBody\")] and [JsonSerializable(typeof(System.Collections.Generic.IReadOnlyList<Shop.Change.Body>), TypeInfoPropertyName = \"IReadOnlyListChangeBody\")]",
                "[JsonSerializable(typeof(Shop.Only.Single[]))]",
                "[JsonSerializable(typeof(int?))]",
            ],
            lines);

        var context = $"{EndpointSource.Usings}namespace Shop; {string.Join('\n', lines).Replace("] and [", "][", StringComparison.Ordinal)} internal sealed partial class ShopJson : JsonSerializerContext;";
        var after = new GeneratorRun(
            [new EndpointGenerator().AsSourceGenerator(), SdkAnalyzers.JsonGenerator()],
            GeneratorRun.Compile(EndpointSource.Usings + Endpoints, context));

        Assert.Empty(after.Diagnostics);
        Assert.Empty(after.CompilerErrors);
    }

    [Fact]
    public void A_name_that_a_context_has_already_is_not_given_again()
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + """
            public static class Other { public sealed record Body(int X); }
            [Post("/a")] public sealed class Create { public sealed record Body(string Title); public Task HandleAsync(Body body) => null!; }
            [JsonSerializable(typeof(Other.Body))] internal sealed partial class ShopJson;
            """);

        Assert.Contains("TypeInfoPropertyName = \"CreateBody\"", Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("public", true)]
    [InlineData("internal", false)]
    public void A_context_of_a_referenced_project_counts_where_it_can_be_used(string access, bool counts)
    {
        var contracts = GeneratorRun.Compile(EndpointSource.Usings + $$"""
            namespace Contracts;
            public sealed record Order(int Id);
            [JsonSerializable(typeof(List<Order>))]
            {{access}} sealed class ContractsJson(System.Text.Json.JsonSerializerOptions? options) : JsonSerializerContext(options)
            {
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """).WithAssemblyName("Contracts");
        var service = GeneratorRun.Compile(EndpointSource.Usings +
            "[Post(\"/a\")] public sealed class Place { public Task HandleAsync(Contracts.Order order) => null!; }")
            .AddReferences(GeneratorRun.Emit(contracts));

        var run = new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], service);

        Assert.Equal(counts ? [] : ["FWK105"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.CompilerErrors);
    }

    [GeneratedRegex(@"\[JsonSerializable.*\](?= to one)")]
    private static partial Regex Line();
}
