using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>Endpoints that stand in a library.</summary>
public sealed class LibraryEndpointTests
{
    private const string Library = """
        namespace Shared;
        [Get("/health"), AllowAnonymous]
        public sealed class Health
        {
            public sealed record Report(string Status);
            public Task<Report> HandleAsync(string? detail = null) => Task.FromResult(new Report("ok"));
        }
        [Post("/orders")]
        public sealed class Order(TimeProvider clock)
        {
            public sealed record Body(string Name);
            public sealed class BodyRules : AbstractValidator<Body>;
            public Task HandleAsync(Body body) => Task.CompletedTask;
        }
        [Message("ping")]
        public sealed class Ping
        {
            public Task HandleAsync(Connection connection) => Task.CompletedTask;
        }
        """;

    private const string Json = """
        [JsonSerializable(typeof(Shared.Health.Report)), JsonSerializable(typeof(Shared.Order.Body))]
        internal sealed partial class ShopJson : JsonSerializerContext;
        """;

    private const string PassOn = ": IEndpointFilter { public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) => next(); }";

    private const string Authorizer = "sealed class CheckKey { public Task<AuthorizerResult> HandleAsync(AuthorizerRequest request) => null!; }\n";

    private const string Own = "[Get(\"/own\")] public sealed class Own { public Task HandleAsync() => Task.CompletedTask; }\n";

    [Fact]
    public void A_service_serves_the_public_ones_beside_its_own()
    {
        var run = Run(Json + Own, OutputKind.ConsoleApplication, Reference(Library, OutputKind.DynamicallyLinkedLibrary));

        Assert.Empty(run.Diagnostics);
        var table = run.Sources.Single(source => source.Contains("class ServiceEndpoints", StringComparison.Ordinal));
        foreach (var name in new[] { "Health", "Order", "Own", "Ping" })
            Assert.Contains($"new {name}Endpoint()", table, StringComparison.Ordinal);
        Assert.Contains("Handler.BodyRules", run.Sources.Single(source => source.Contains("class OrderEndpoint", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop\")]", true)]
    public void One_that_the_service_cannot_see_is_reported(string assembly, bool isServed)
    {
        const string Hidden = "[Get(\"/hidden\")] sealed class Hidden { public Task HandleAsync() => Task.CompletedTask; }\n";
        var run = new GeneratorRun(
            [new EndpointGenerator().AsSourceGenerator()],
            Compile(Own, OutputKind.ConsoleApplication).WithAssemblyName("Shop").AddReferences(Reference(assembly + Hidden, OutputKind.DynamicallyLinkedLibrary)));

        Assert.Equal(
            isServed ? [] : ["Hidden of the library Shared is not served, because this project cannot see it: make it public"],
            run.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null)));
        Assert.Equal(isServed, run.Sources.Any(source => source.Contains("class HiddenEndpoint", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_authorizer_of_a_library_is_that_of_the_service()
    {
        var run = Run(Own, OutputKind.ConsoleApplication, Reference($"namespace Shared; [Authorizer(\"x-key\")] public {Authorizer}", OutputKind.DynamicallyLinkedLibrary));

        Assert.Empty(run.Diagnostics);
        var table = run.Sources.Single(source => source.Contains("class ServiceEndpoints", StringComparison.Ordinal));
        Assert.Contains("Authorizers = [new CheckKeyAuthorizer()]", table, StringComparison.Ordinal);
        Assert.Contains("Headers = [\"x-key\"]", run.Sources.Single(source => source.Contains("class CheckKeyAuthorizer", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_authorizer_that_the_service_cannot_see_is_reported()
    {
        var run = Run(Own, OutputKind.ConsoleApplication, Reference($"[Authorizer] {Authorizer}", OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal(
            ["CheckKey of the library Shared is not served, because this project cannot see it: make it public"],
            run.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null)));
        Assert.DoesNotContain(run.Sources, source => source.Contains("CheckKeyAuthorizer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public", "new global::Own(),new global::Shared.Theirs(),")]
    [InlineData("internal", null)]
    public void The_filters_of_the_service_are_around_those_of_the_library(string access, string? expected)
    {
        var library = $"[assembly: Filter<Shared.Theirs>]\nnamespace Shared;\n{access} sealed class Theirs {PassOn}\n[Get(\"/health\")] public sealed class Health {{ public Task HandleAsync() => Task.CompletedTask; }}\n";
        var run = Run($"[assembly: Filter<Own>]\npublic sealed class Own {PassOn}", OutputKind.ConsoleApplication, Reference(library, OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal(expected is null ? ["FWK136"] : [], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        if (expected is not null)
            Assert.Contains(expected, string.Concat(run.Sources).Replace("\n", "").Replace("    ", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_from_the_service_s_JSON_is_reported() => Assert.Contains(
        Run(Own, OutputKind.ConsoleApplication, Reference(Library, OutputKind.DynamicallyLinkedLibrary)).Diagnostics,
        diagnostic => diagnostic.Id == "FWK105" && diagnostic.GetMessage(null).Contains("Order.Body", StringComparison.Ordinal));

    [Fact]
    public void A_library_serves_none_of_another_library() => Assert.DoesNotContain(
        Run(Own, OutputKind.DynamicallyLinkedLibrary, Reference(Library, OutputKind.DynamicallyLinkedLibrary)).Sources,
        source => source.Contains("HealthEndpoint", StringComparison.Ordinal));

    [Fact]
    public void What_references_a_service_as_its_tests_do_serves_none_of_it() => Assert.DoesNotContain(
        Run(Own, OutputKind.ConsoleApplication, Reference(Library, OutputKind.ConsoleApplication)).Sources,
        source => source.Contains("HealthEndpoint", StringComparison.Ordinal));

    [Fact]
    public void A_test_project_serves_none()
    {
        var run = Run("", OutputKind.ConsoleApplication, Reference(Library, OutputKind.DynamicallyLinkedLibrary), service: "false");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_class_library_that_is_the_service_serves_them() => Assert.Contains(
        Run(Json, OutputKind.DynamicallyLinkedLibrary, Reference(Library, OutputKind.DynamicallyLinkedLibrary), service: "true").Sources,
        source => source.Contains("new HealthEndpoint()", StringComparison.Ordinal));

    [Theory]
    [InlineData("", 0)]
    [InlineData("true", 2)]
    public void A_library_leaves_the_JSON_to_the_service(string service, int missing) => Assert.Equal(
        missing,
        new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], Compile(Library, OutputKind.DynamicallyLinkedLibrary), service)
            .Diagnostics.Count(diagnostic => diagnostic.Id == "FWK105"));

    private static GeneratorRun Run(string source, OutputKind kind, MetadataReference library, string? service = null) => new(
        [new EndpointGenerator().AsSourceGenerator()],
        Compile(source, kind).AddReferences(library),
        service);

    // As it is built: with what the generator adds to it.
    private static MetadataReference Reference(string source, OutputKind kind)
    {
        var main = kind == OutputKind.ConsoleApplication ? "public static class Program { public static void Main() { } }" : "";
        var run = new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], Compile(source + main, kind).WithAssemblyName("Shared"));
        return GeneratorRun.Emit(run.Output);
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string source, OutputKind kind)
    {
        var compilation = GeneratorRun.Compile(EndpointSource.Usings + source);
        return compilation.WithOptions(compilation.Options.WithOutputKind(kind));
    }
}
