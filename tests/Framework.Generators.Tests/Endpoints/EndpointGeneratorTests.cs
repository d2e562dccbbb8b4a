using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

public sealed class EndpointGeneratorTests
{
    private const string Usings = """
        using System; using System.Threading; using System.Threading.Tasks; using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations; using FluentValidation;
        using Framework; using Framework.Binding; using Framework.Cors; using Framework.Http; using Framework.Identity; using Framework.Routing;

        """;

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
    public void What_an_author_may_write_compiles_without_a_warning(string source)
    {
        var run = new GeneratorRun(new EndpointGenerator(), Usings + source);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerErrors);
        Assert.Equal(2, run.Sources.Count());
    }

    [Theory]
    [InlineData("FWK101", "[Get(\"/a/{x}\")] public class A { public Task HandleAsync(int x) => null!; } [Get(\"/a/{y}\")] public class B { public Task HandleAsync(int y) => null!; }")]
    [InlineData("FWK102", "[Get(\"/a/{id}\")] public class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK103", "[Get(\"/a/{id}\")] public class A { public Task HandleAsync(int? id) => null!; }")]
    [InlineData("FWK104", "public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R a, R b) => null!; }")]
    [InlineData("FWK105", "public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R a) => null!; }")]
    [InlineData("FWK106", "[Get(\"/a\")] public class A;")]
    [InlineData("FWK107", "[Post(\"/a\")] public class A { public Task HandleAsync(IServiceProvider services) => null!; }")]
    [InlineData("FWK107", "public record struct R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R? body) => null!; }")]
    [InlineData("FWK108", "[Get(\"/a/\")] public class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK109", "[Get(\"/a\"), AllowAnonymous, RequireGroup(\"g\")] public class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK110", "[Get(\"/a\")] public abstract class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK111", "public record R(int X); [Get(\"/a\")] public class A { public Task HandleAsync(R a) => null!; }")]
    [InlineData("FWK112", "namespace N { [Get(\"/a\")] public class A { public Task HandleAsync() => null!; } } namespace M { [Get(\"/b\")] public class A { public Task HandleAsync() => null!; } }")]
    [InlineData("FWK112", "[Get(\"/a\"), Post(\"/a\")] public class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK113", "[Get(\"/a\")] public class A { public void HandleAsync() { } }")]
    [InlineData("FWK114", "[Get(\"/a\")] public class A(string name) { public Task HandleAsync() => null!; }")]
    [InlineData("FWK115", "[Get(\"/a\"), RequireGroup] public class A { public Task HandleAsync() => null!; }")]
    [InlineData("FWK116", "[Get(\"/a\"), Cors(\"*\", AllowCredentials = true)] public class A { public Task HandleAsync() => null!; }")]
    public void What_is_wrong_is_told_at_its_place(string id, string source)
    {
        var run = new GeneratorRun(new EndpointGenerator(), Usings + source);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("Source0.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.DoesNotContain("{", diagnostic.GetMessage().Replace("{id}", "").Replace("{y}", ""));
    }

    [Fact]
    public void An_edit_elsewhere_leaves_every_step_as_it_was()
    {
        const string Ping = "[Get(\"/a\")] public class Ping { public Task HandleAsync() => null!; }";
        var run = new GeneratorRun(new EndpointGenerator(), Usings + Ping, "class Other;");

        var result = run.Driver.RunGenerators(GeneratorRun.Compile(Usings + Ping, "class Other { int _edited; }")).GetRunResult().Results[0];

        foreach (var step in new[] { EndpointGenerator.EndpointsStep, EndpointGenerator.RulesStep, EndpointGenerator.JsonStep, EndpointGenerator.ServiceStep })
        {
            Assert.All(result.TrackedSteps[step].SelectMany(run => run.Outputs), output =>
                Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {output.Reason}"));
        }
    }
}
