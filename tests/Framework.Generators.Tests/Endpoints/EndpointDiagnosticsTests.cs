using System.Globalization;
using Framework.Generators.Endpoints;
using Framework.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What the generator says of an endpoint that cannot be served, where, and what would be right.</summary>
public sealed class EndpointDiagnosticsTests
{
    private const string Handle = "public Task HandleAsync() => null!;";

    /// <summary>The code, the message, and the source with its place marked by ‹ and ›.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        {
            "FWK101", "A and B both serve GET /a/{y}: give one of them another method or path",
            "[Get(\"/a/{x}\")] public class A { public Task HandleAsync(int x) => null!; } [Get(\"/a/{y}\")] public class ‹B› { public Task HandleAsync(int y) => null!; }"
        },
        {
            "FWK102", "The route '/a/{id}' names 'id', but HandleAsync has no parameter 'id': add one, or take the name out of the route",
            "[Get(\"/a/{id}\")] public class A { public Task ‹HandleAsync›() => null!; }"
        },
        {
            "FWK103", "'id' comes from the route '/a/{id}' and must be one value: make it neither nullable, nor an array, nor optional",
            "[Get(\"/a/{id}\")] public class A { public Task HandleAsync(int? ‹id›) => null!; }"
        },
        {
            "FWK103", "'id' comes from the route '/a/{id}' and must be one value: make it neither nullable, nor an array, nor optional",
            "[Get(\"/a/{id}\")] public class A { public Task HandleAsync(int ‹id› = 1) => null!; }"
        },
        {
            "FWK104", "'a' and 'b' would both come from the body: put them into one record, or mark one as [FromHeader]",
            "public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R a, R ‹b›) => null!; }"
        },
        {
            "FWK105", "R travels as JSON, but no JsonSerializerContext of this project knows it: add [JsonSerializable(typeof(R))] to one",
            "public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R ‹a›) => null!; }"
        },
        {
            "FWK105", "N.R travels as JSON, but no JsonSerializerContext of this project knows it: add [JsonSerializable(typeof(N.R))] to one",
            "namespace N; public record R(int X); [Get(\"/a\")] public class A { public ‹Task<Created<R>>› HandleAsync() => null!; }"
        },
        { "FWK106", "A has 0 public methods named HandleAsync: give it exactly one, which is not static or generic", "[Get(\"/a\")] public class ‹A›;" },
        {
            "FWK106", "A has 2 public methods named HandleAsync: give it exactly one, which is not static or generic",
            "[Get(\"/a\")] public class ‹A› { public Task HandleAsync() => null!; public Task HandleAsync(int a) => null!; }"
        },
        {
            "FWK107", "'services' has the type IServiceProvider, which cannot be read from a request: use a simple type, an IParsable<T> or a record; services belong into the constructor",
            "[Post(\"/a\")] public class A { public Task HandleAsync(IServiceProvider ‹services›) => null!; }"
        },
        {
            "FWK107", "'a' has the type ref int, which cannot be read from a request: use a simple type, an IParsable<T> or a record; services belong into the constructor",
            "[Post(\"/a\")] public class A { public Task HandleAsync(ref int ‹a›) => null!; }"
        },
        { "FWK108", "The route '/a/' is malformed: it has an empty segment; a route has no '//' and no '/' at its end", $"[‹Get(\"/a/\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '' is malformed: it must begin with '/'", $"[‹Get(null)›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/{a+}/b' is malformed: a catch-all such as {path+} must be the last segment", $"[‹Get(\"/{{a+}}/b\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a{b}' is malformed: 'a{b}' must be a literal or one whole {name}", $"[‹Get(\"/a{{b}}\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a/{id:guid}' is malformed: 'id:guid' must be the name of a parameter; its type says what it takes, and only a last {path+} takes several segments", "[‹Get(\"/a/{id:guid}\")›] public class A { public Task HandleAsync(string id) => null!; }" },
        { "FWK108", "The route '/a/{id?}' is malformed: 'id?' must be the name of a parameter; its type says what it takes, and only a last {path+} takes several segments", "[‹Get(\"/a/{id?}\")›] public class A { public Task HandleAsync(string id) => null!; }" },
        { "FWK108", "The route '/a/{*id}' is malformed: '*id' must be the name of a parameter; its type says what it takes, and only a last {path+} takes several segments", "[‹Get(\"/a/{*id}\")›] public class A { public Task HandleAsync(string id) => null!; }" },
        { "FWK108", "The route '/a/{id*}' is malformed: 'id*' must be the name of a parameter; its type says what it takes, and only a last {path+} takes several segments", "[‹Get(\"/a/{id*}\")›] public class A { public Task HandleAsync(string id) => null!; }" },
        { "FWK108", "The route '/a/{to-do}' is malformed: 'to-do' must be the name of a parameter; its type says what it takes, and only a last {path+} takes several segments", "[‹Get(\"/a/{to-do}\")›] public class A { public Task HandleAsync(string id) => null!; }" },
        { "FWK109", "A has [AllowAnonymous] and [RequireGroup], which contradict each other: remove one", $"[Get(\"/a\"), AllowAnonymous, RequireGroup(\"g\")] public class ‹A› {{ {Handle} }}" },
        {
            "FWK110", "A cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members",
            $"[Get(\"/a\")] public abstract class ‹A› {{ {Handle} }}"
        },
        {
            "FWK110", "A cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members",
            $"[Get(\"/a\")] public class ‹A› {{ public required int X {{ get; init; }} {Handle} }}"
        },
        {
            "FWK111", "'a' would come from the body of a GET, which clients and gateways drop: use simple parameters, or another method",
            "public record R(int X); [Get(\"/a\")] public class A { public Task HandleAsync(R ‹a›) => null!; }"
        },
        {
            "FWK112", "Two endpoints are named A: the class's name is the function's handler, so rename one; one class is one endpoint",
            $"namespace N {{ [Get(\"/a\")] public class A {{ {Handle} }} }} namespace M {{ [Get(\"/b\")] public class ‹A› {{ {Handle} }} }}"
        },
        {
            "FWK112", "Two endpoints are named A: the class's name is the function's handler, so rename one; one class is one endpoint",
            $"[Get(\"/a\"), Post(\"/a\")] public class ‹A› {{ {Handle} }}"
        },
        {
            "FWK113", "HandleAsync of A returns void: return Task, Task<T>, ValueTask or ValueTask<T>",
            "[Get(\"/a\")] public class A { public ‹void› HandleAsync() { } }"
        },
        {
            "FWK114", "'name' is of type string, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            $"[Get(\"/a\")] public class A(string ‹name›) {{ public string Name => name; {Handle} }}"
        },
        { "FWK115", "[RequireGroup] of A must name at least one group, without spaces", $"[Get(\"/a\"), RequireGroup] public class ‹A› {{ {Handle} }}" },
        { "FWK116", "[Cors] of A allows any origin with credentials: name the origins", $"[Get(\"/a\"), Cors(\"*\", AllowCredentials = true)] public class ‹A› {{ {Handle} }}" },
        {
            "FWK117", "'b' of A is of type A.B, which generated code cannot use: make it at least internal, pass it by value, and take neither dynamic, nor a pointer, nor a ref struct",
            "[Post(\"/a\")] public class A { private class B; internal Task HandleAsync(B ‹b›) => null!; }"
        },
        {
            "FWK117", "'The answer' of A is of type dynamic, which generated code cannot use: make it at least internal, pass it by value, and take neither dynamic, nor a pointer, nor a ref struct",
            "[Get(\"/a\")] public class A { public ‹Task<dynamic>› HandleAsync() => null!; }"
        },
        {
            "FWK118", "R holds rules for the body of A, but nobody can run them: make it an at least internal class with one public constructor, which takes services only, and no required members",
            "[Post(\"/a\")] public class A { public record B(int X); class ‹R› : AbstractValidator<B>; public Task HandleAsync(B b) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK119", "'b' holds a Shape, which is abstract: add [JsonDerivedType(typeof(...), \"...\")] to it for each type that it can be",
            "public abstract record Shape; [Post(\"/a\")] public class A { public record B(List<Shape?> Shapes); public Task HandleAsync(B ‹b›) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK120", "'Note' of Part loses its default value where the body leaves it out, because System.Text.Json sets every init property: write set for init, or make it a parameter of the constructor with a default",
            "public class Part { public string ‹Note› { get; init; } = \"\"; } [Post(\"/a\")] public class A { public record B(List<Part> Parts); public Task HandleAsync(B b) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
    };

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(EndpointDiagnostics).GetFields()
        .Concat(typeof(ServiceDiagnostics).GetFields()).Select(known => known.GetValue(null)).OfType<DiagnosticDescriptor>();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Tells_what_is_wrong_and_where(string id, string message, string marked)
    {
        var source = EndpointSource.Usings + marked.Replace("‹", "").Replace("›", "");
        var start = (EndpointSource.Usings + marked).IndexOf('‹');

        var diagnostic = Assert.Single(new GeneratorRun(new EndpointGenerator(), source).Diagnostics);

        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        var lines = diagnostic.Location.GetLineSpan();
        Assert.Equal("Source0.cs", lines.Path);
        Assert.Equal((start, marked.IndexOf('›') - marked.IndexOf('‹') - 1), (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(source[..start].Count(letter => letter == '\n'), lines.StartLinePosition.Line);
    }

    [Fact]
    public void Every_diagnostic_of_an_endpoint_is_tried() =>
        Assert.Empty(Descriptors.Select(descriptor => descriptor.Id).Except(Mistakes.Select(row => row.Data.Item1)).Except(["FWK301"]));

    [Fact]
    public void Every_diagnostic_stands_in_the_guide_that_it_links_to()
    {
        var root = Path.GetFullPath("../../../../..", AppContext.BaseDirectory);
        var rows = File.ReadAllLines(Path.Combine(root, "docs/diagnostics.md"));

        Assert.All(Descriptors, descriptor =>
        {
            var anchor = descriptor.Id.ToLowerInvariant();
            Assert.Equal($"docs/diagnostics.md#{anchor}", descriptor.HelpLinkUri);
            var row = Assert.Single(rows, row => row.Contains($"<a id=\"{anchor}\"></a>{descriptor.Id}", StringComparison.Ordinal));
            Assert.Equal(4, row.Split(" | ").Count(cell => cell.Trim(' ', '|').Length > 0));
        });
    }

    [Fact]
    public void All_that_is_wrong_with_an_endpoint_is_told_at_once()
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + """
            [Get("/a/{id}"), AllowAnonymous, RequireScope("s")]
            public class A(string name) { public string Name => name; public void HandleAsync(Action action) { } }
            """);

        Assert.Equal(["FWK102", "FWK107", "FWK109", "FWK113", "FWK114"], run.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }
}
