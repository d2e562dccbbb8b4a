using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

public sealed class EndpointGeneratorTests
{
    [Theory]
    [InlineData("namespace A; [Get(\"/a\")] public sealed class Ping { public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Ping { public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("namespace A.B { namespace C { [Get(\"/a\")] internal class Ping { public ValueTask HandleAsync() => default; } } }")]
    [InlineData("[Get(\"/a\")] public sealed class @class { public Task HandleAsync(int @event) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed record Ping { public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Endpoint { public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Response { public Task HandleAsync(int binder) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Call { public Task HandleAsync(int context, int bind) => Task.CompletedTask; }")]
    [InlineData("public class Binder; public class Task2; [Get(\"/a\")] public sealed class Binders { public Task HandleAsync(int handler) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed partial class Ping { public Task HandleAsync() => Task.CompletedTask; } public sealed partial class Ping;")]
    [InlineData("public class O { public enum K { A, @class } } [Get(\"/a\")] public sealed class Ping { public Task HandleAsync(O.K kind, O.K? other = O.K.@class, O.K[]? all = null) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Ping { public Task HandleAsync([Range(1, 100)] int a, [Range(0, 1000)] byte b, [Range(0.5, 2)] decimal c, [Range(1, long.MaxValue)] long d, [Range(0, double.PositiveInfinity)] double e) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Ping { public Task HandleAsync(string a = \"q\\\"\\n{}\", char b = '\\'', long c = -1, ulong d = 7, decimal e = 1.5m, float f = 1.5f, double g = -2, bool h = true, int? i = 5, Guid j = default, string? k = null, byte l = 3) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a/{id}/{rest+}\")] public sealed class Ping(IServiceProvider services) { public object Services => services; public Task HandleAsync(Guid id, string rest, [FromHeader] string ifMatch, Caller caller, Request request, CancellationToken cancellation = default) => Task.CompletedTask; }")]
    [InlineData("public record struct Sku(string V) : IParsable<Sku> { public static Sku Parse(string s, IFormatProvider? p) => new(s); public static bool TryParse(string? s, IFormatProvider? p, out Sku r) { r = new(s!); return true; } } [Get(\"/a/{sku}\")] public sealed class Ping { public Task HandleAsync(Sku sku, Sku? other, IReadOnlyList<Sku> all) => Task.CompletedTask; }")]
    [InlineData("[Post(\"/a\"), RequireGroup(\"a\", \"b\\\"\"), RequireScope(\"s\"), Cors(\"https://a.example\", AllowCredentials = true)] public sealed class Ping { public Task<Framework.Http.Response> HandleAsync() => null!; }")]
    [InlineData("public class P : IParsable<P> { public static P Parse(string s, IFormatProvider? p) => new(); public static bool TryParse(string? s, IFormatProvider? p, out P r) { r = new(); return true; } } [Get(\"/a\")] public class Ping { public Task HandleAsync(P id, P Id, [Range(1, 2)] int x, [Range(1, 2)] int X) => Task.CompletedTask; }")]
    [InlineData("public abstract class Base<T> { public Task HandleAsync(T id) => Task.CompletedTask; } [Get(\"/a/{id}\")] public sealed class Ping : Base<int>;")]
    [InlineData("public abstract class Base { public abstract Task HandleAsync(int id); public Task HandleAsync(string other) => Task.CompletedTask; } [Get(\"/a/{id}\")] public sealed class Ping : Base { public override Task HandleAsync(int id) => Task.CompletedTask; }")]
    [InlineData("[Get(\"/a\")] public sealed class Ping([FromKeyedServices(\"a\\\"b\")] object a, [FromKeyedServices(5L)] object b, [FromKeyedServices(DayOfWeek.Monday)] object c, [FromKeyedServices(typeof(List<int>))] object d, [FromKeyedServices(null)] object e, [FromKeyedServices('x')] object? f = null) { public object?[] All => [a, b, c, d, e, f]; public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("[Get(\"/é/a-b_c~d.e/@me/x:y;z=1,2!$&'()*+\")] public sealed class Ping { public Task HandleAsync() => Task.CompletedTask; }")]
    [InlineData("[Post(\"/a\")] public sealed class Ping { public record B(int X); public Task HandleAsync(IReadOnlyList<B> all) => Task.CompletedTask; } [JsonSerializable(typeof(IReadOnlyList<Ping.B>))] partial class C;")]
    [InlineData("[Post(\"/a\")] public sealed class Ping { public Task HandleAsync(IReadOnlyDictionary<string, int> counts) => Task.CompletedTask; } [JsonSerializable(typeof(IReadOnlyDictionary<string, int>))] partial class C;")]
    [InlineData("[Post(\"/a\")] public sealed class Ping { public Task HandleAsync(System.Text.Json.Nodes.JsonNode node) => Task.CompletedTask; } [JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))] partial class C;")]
    [InlineData("[method: JsonConstructor] public record struct Point(int X, int Y); [Post(\"/a\")] public sealed class Ping { public Task HandleAsync(Point at) => Task.CompletedTask; } [JsonSerializable(typeof(Point))] partial class C;")]
    [InlineData("[JsonDerivedType(typeof(Circle), \"circle\")] public abstract record Shape; public sealed record Circle(int R) : Shape; [Post(\"/a\")] public sealed class Ping { public Task<Circle> HandleAsync(Circle circle) => null!; } [JsonSerializable(typeof(Shape))] partial class C;")]
    [InlineData("public record B([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Part? Part); public record Part(int X); [Post(\"/a\")] public sealed class Ping { public Task HandleAsync(Part part) => null!; } [JsonSerializable(typeof(B))] partial class C;")]
    [InlineData("public record Box<T>(T Value); public record Full<T>(T Value, T? Other) where T : notnull; [Post(\"/a\")] public sealed class Ping { public record B(Box<string?> A, Box<int> C, Full<string> D, Box<int?> E); public Task HandleAsync(B b) => Task.CompletedTask; } [JsonSerializable(typeof(Ping.B))] partial class C;")]
    public void What_an_author_may_write_compiles_without_a_warning(string source)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + source);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerErrors);
        Assert.Equal(2, run.Sources.Count());
    }

    [Theory]
    [InlineData("todo-svc.api & more")]
    [InlineData("1st \"quoted\" <service>")]
    public void A_project_may_have_any_name(string name)
    {
        var service = GeneratorRun.Compile($"{EndpointSource.Usings}[Get(\"/a\")] public sealed class Ping {{ public Task HandleAsync() => Task.CompletedTask; }}").WithAssemblyName(name);

        var run = new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], service);

        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain(run.CompilerErrors, diagnostic => diagnostic.Location.IsInSource);
    }
}
