using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What an author may write by mistake or on purpose: it compiles, or the generator says what is wrong. The
/// compiler never complains of a file that the author cannot edit.</summary>
public sealed class OddEndpointTests
{
    private const string Handle = "public Task HandleAsync() => Task.CompletedTask;";

    public static TheoryData<string> Sources => new(
        // The class.
        $"class O {{ [Get(\"/a\")] private class A {{ {Handle} }} }}",
        $"class O {{ [Get(\"/a\")] public class A {{ {Handle} }} }}",
        $"class O {{ [Get(\"/a\")] protected class A {{ {Handle} }} }}",
        $"class O<T> {{ [Get(\"/a\")] public class A {{ {Handle} }} }}",
        $"[Get(\"/a\")] file class A {{ {Handle} }}",
        $"[Get(\"/a\")] public class A<T> {{ {Handle} }}",
        $"[Get(\"/a\")] public abstract class A {{ {Handle} }}",
        "[Get(\"/a\")] public static class A { public static Task HandleAsync() => Task.CompletedTask; }",
        $"[Get(\"/a\")] public struct A {{ {Handle} }}",
        $"[Get(\"/a\")] public interface A {{ Task HandleAsync(); }}",
        $"[Get(\"/a\")] public class A {{ public required string Name {{ get; init; }} {Handle} }}",
        $"[Get(\"/a\"), Obsolete] public class A {{ {Handle} }}",
        $"[Get(\"/a\"), Obsolete(\"no\", true)] public class A {{ {Handle} }}",
        $"[Get(\"/a\")] public class Service {{ {Handle} }}",
        $"[Get(\"/a\")] public class Handler {{ {Handle} }}",
        $"[Get(\"/a\")] public class System {{ {Handle} }}",
        $"[Get(\"/a\")] public class Framework {{ {Handle} }}",
        $"namespace Framework.Generated; [Get(\"/a\")] public class A {{ {Handle} }}",
        $"namespace Shop.System; [Get(\"/a\")] public class A {{ {Handle} }}",
        $"namespace N {{ [Get(\"/a\")] public class A {{ {Handle} }} }} namespace M {{ [Get(\"/b\")] public class A {{ {Handle} }} }}",
        $"[Get(\"/a\")] public class A {{ {Handle} }} [Get(\"/b\")] public class a {{ {Handle} }}",
        $"[Get(\"/a\"), Get(\"/b\")] public class A {{ {Handle} }}",
        // The route.
        $"[Get(null)] public class A {{ {Handle} }}",
        $"[Get(\"\")] public class A {{ {Handle} }}",
        $"[Get()] public class A {{ {Handle} }}",
        $"[Get(Missing)] public class A {{ {Handle} }}",
        $"[Get(\"/{{\")] public class A {{ {Handle} }}",
        $"[Get(\"/{{}}\")] public class A {{ {Handle} }}",
        $"[Get(\"/a{{b}}\")] public class A {{ {Handle} }}",
        $"[Get(\"/{{b+}}/c\")] public class A {{ {Handle} }}",
        "[Get(\"/{1a}\")] public class A { public Task HandleAsync(int a) => Task.CompletedTask; }",
        "[Get(\"/a?b={c}\")] public class A { public Task HandleAsync(int c) => Task.CompletedTask; }",
        "[Get(\"/</summary>&\")] public class A { public Task HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/{id}/{ID}\")] public class A { public Task HandleAsync(int id, int ID) => Task.CompletedTask; }",
        // The constructor.
        $"[Get(\"/a\")] public class A {{ public A() {{ }} public A(IServiceProvider s) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ private A() {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A(ref TimeProvider clock) {{ {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public A(out TimeProvider clock) => clock = null!; {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public A(in TimeProvider clock) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public A(params TimeProvider[] clocks) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public A(ReadOnlySpan<char> text) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public A(dynamic service) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ public unsafe A(int* service) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A {{ class S; internal A(S service) {{ }} {Handle} }}",
        $"[Get(\"/a\")] public class A(TimeProvider? clock = null) {{ public object? Clock => clock; {Handle} }}",
        $"[Get(\"/a\")] public class A((int, string) pair) {{ public object Pair => pair; {Handle} }}",
        $"[Get(\"/a\")] public class A(Func<string?, Task<string?>> get) {{ public object Get => get; {Handle} }}",
        $"[Get(\"/a\")] public class A(Missing missing) {{ public object M => missing; {Handle} }}",
        // The handler.
        "[Get(\"/a\")] public class A { private Task HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { protected internal Task HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public static Task HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync() => Task.CompletedTask; public Task HandleAsync(int a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync<T>() => Task.CompletedTask; }",
        "public class B { public Task HandleAsync() => Task.CompletedTask; } [Get(\"/a\")] public class A : B;",
        "[Get(\"/a\")] public class A { public Func<Task> HandleAsync => () => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public async void HandleAsync() => await Task.Yield(); }",
        "[Get(\"/a\")] public class A { public ref Task HandleAsync() => throw new Exception(); }",
        "[Get(\"/a\")] public class A { public Task? HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { [Obsolete] public Task HandleAsync() => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task<dynamic> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Missing> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Task> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { class R; internal Task<R> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Response?> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Created<string?>> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Created<string>?> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<List<string?>> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<(int A, string? B)> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<int?> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<Guid[]?> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public Task<JsonResult<string>> HandleAsync() => null!; }",
        "[Get(\"/a\")] public class A { public System.Collections.Generic.IAsyncEnumerable<int> HandleAsync() => null!; }",
        // Its parameters.
        "[Get(\"/a\")] public class A { public Task HandleAsync(ref int a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(out int a) => throw new Exception(); }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(in int a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(ref readonly int a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(params int[] a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(params List<int> a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(scoped ReadOnlySpan<char> a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public unsafe Task HandleAsync(int* a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(dynamic a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(Missing a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync((int A, int B) a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(List<string?> a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(string?[]? a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(Dictionary<string, string?> a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(int[,] a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public Task HandleAsync(Action a) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { class B; internal Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { private protected class B; internal Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { enum K { X } internal Task HandleAsync(K k) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { enum K { X } internal Task HandleAsync(K[] k) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(int a, int A, int _a) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync([Range(\"1\", \"2\")] int a, [Range(typeof(int), \"1\", \"2\")] int b) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync([Range(5, 1)] int a, [Range(double.NaN, 1)] int b) => Task.CompletedTask; }",
        "namespace N { public enum K { X } } namespace M { public enum K { X } } [Get(\"/a\")] public class A { public Task HandleAsync(N.K n, M.K m) => Task.CompletedTask; }",
        "public enum K { A, [Obsolete(\"no\", true)] B } [Get(\"/a\")] public class A { public Task HandleAsync(K k, K l = K.A) => Task.CompletedTask; }",
        "public class G<T> { public enum K { A } } [Get(\"/a\")] public class A { public Task HandleAsync(G<int>.K k, G<string>.K l) => Task.CompletedTask; }",
        "public interface O { [Get(\"/a\")] public class A { public Task HandleAsync() => Task.CompletedTask; } }",
        "namespace @event.@class { [Get(\"/a\")] public class A { public enum @enum { @int } public Task HandleAsync(@enum @params, int _, int __) => Task.CompletedTask; } }",
        "[Get(\"/a\")] public record A(TimeProvider Clock) { public Task<A> HandleAsync() => Task.FromResult(this); }",
        "[Get(\"/a\")] public class A : IDisposable { public void Dispose() { } public Task HandleAsync(int handler, int response, int endpoint) => Task.CompletedTask; }",
        "public enum K; [Get(\"/a\")] public class A { public Task HandleAsync(K k) => Task.CompletedTask; }",
        "public enum K { A, a } [Get(\"/a\")] public class A { public Task HandleAsync(K k) => Task.CompletedTask; }",
        "public enum K { Same = 1, Other = 1 } [Get(\"/a\")] public class A { public Task HandleAsync(K k = K.Other, K? l = (K)7) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(string? a = null, DateTime b = default, char c = '\\0', float d = float.NaN, double e = double.PositiveInfinity, decimal f = decimal.MaxValue, int g = int.MinValue, long h = long.MinValue) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(int[]? a = null, string?[]? b = default, IEnumerable<int?>? c = null) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync([FromHeader(\"\")] string a, [FromHeader(null!)] string b, [FromHeader(\"a b\\n\")] string c) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(Caller? caller, Request? request, CancellationToken? cancellation) => Task.CompletedTask; }",
        "[Get(\"/a\")] public class A { public Task HandleAsync(Caller @this, CancellationToken @new, int @int) => Task.CompletedTask; }",
        "public class P : IParsable<P> { public static P Parse(string s, IFormatProvider? p) => new(); public static bool TryParse(string? s, IFormatProvider? p, out P r) { r = new(); return true; } } [Get(\"/{p}\")] public class A { public Task HandleAsync(P p, P? q, P[] r, P? s = null) => Task.CompletedTask; }",
        // Its body and rules.
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B>; class S : AbstractValidator<B>; public class T<X> : AbstractValidator<B>; public abstract class U : AbstractValidator<B>; public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B> { private R() { } } public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B> { public R() { } public R(TimeProvider t) { } } public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class Name : AbstractValidator<B>; public class Json : AbstractValidator<B>; public class Call : AbstractValidator<B>; public class BodyType : AbstractValidator<B>; public Task HandleAsync(B b) => Task.CompletedTask; }",
        "namespace N { public class R : AbstractValidator<A.B>; } namespace M { public class R : AbstractValidator<A.B>; } [Post(\"/a\")] public class A { public class B; public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B> { public R(string s) { } } public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B> { public required int X { get; init; } } public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { [Obsolete] public class B; public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public struct B; public class R : AbstractValidator<B>; public Task HandleAsync(B b) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B; public class R : AbstractValidator<B>; public Task HandleAsync(B? b = null) => Task.CompletedTask; }",
        "[Post(\"/a\")] public class A { public class B<T>; public class R : AbstractValidator<B<string?>>; public Task HandleAsync(B<string?> b) => Task.CompletedTask; }");

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_complaint_of_the_compiler_lies_in_a_generated_file(string source)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + source);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        var complaints = run.CompilerErrors
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)
            .ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
