using System.Globalization;
using Framework.Generators.Endpoints;
using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What the generator says of an endpoint that cannot be served, where, and what would be right.</summary>
public sealed class EndpointDiagnosticsTests
{
    private const string Handle = "public Task HandleAsync() => null!;";

    private const string Filter = "public class F : IEndpointFilter { public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) => next(); } ";

    private const string Authorize = "public Task<AuthorizerResult> HandleAsync(AuthorizerRequest request) => null!;";

    private const string Policy = "public class P : IAuthorizationPolicy { public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation) => default; } ";

    /// <summary>The code, the message, and the source with its place marked by ‹ and ›.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        {
            "FWK101", "A and B both serve GET /a/{y}: give one of them another method or path",
            "[Get(\"/a/{x}\")] public class A { public Task HandleAsync(int x) => null!; } [Get(\"/a/{y}\")] public class ‹B› { public Task HandleAsync(int y) => null!; }"
        },
        {
            "FWK102", "The route '/a/{id}' names 'id', but no parameter of HandleAsync takes it: add 'id', or take the name out of the route",
            "[Get(\"/a/{id}\")] public class A { public Task ‹HandleAsync›() => null!; }"
        },
        {
            "FWK102", "The route '/a/{id}' names 'id', but no parameter of HandleAsync takes it: add 'id', or take the name out of the route",
            "[Get(\"/a/{id}\")] public class A { public Task ‹HandleAsync›([FromHeader] string id) => null!; }"
        },
        {
            "FWK102", "The route '/a/{caller}' names 'caller', but no parameter of HandleAsync takes it: add 'caller', or take the name out of the route",
            "[Get(\"/a/{caller}\")] public class A { public Task ‹HandleAsync›(Caller caller) => null!; }"
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
        {
            "FWK125", "[EmailAddress] on 'Mail' of R is not checked: write RuleFor(body => body.Mail).EmailAddress() in an AbstractValidator<R> instead",
            "public record R([‹EmailAddress›] string Mail); [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[StringLength] on 'Name' of R is not checked: write RuleFor(body => body.Name).MaximumLength(3) in an AbstractValidator<R> instead",
            "public class R { [‹StringLength(3)›] public string Name { get; set; } = null!; } [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[MinLength] on 'Names' of R is not checked: write RuleFor(body => body.Names).Must(...) in an AbstractValidator<R> instead",
            "public record R([‹MinLength(1)›] IReadOnlyList<string> Names); [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[Required] on 'Count' of R is not checked: write RuleFor(body => body.Count).NotNull() in an AbstractValidator<R> instead",
            "public record R([‹Required›] int? Count); [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "IValidatableObject on R is not checked: write RuleFor(body => body).Custom(...) in an AbstractValidator<R> instead",
            "public interface IMine : IValidatableObject; public record ‹R›(int X) : IMine { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; } [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[Range] on 'Count' of Line is not checked: write RuleFor(body => body.Count).InclusiveBetween(1, 9) in an AbstractValidator<Line> instead",
            "public record Line([property: ‹Range(1, 9)›] int Count); public record R(IReadOnlyList<Line> Lines); [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[Odd] on R is not checked: write RuleFor(body => body).Must(...) in an AbstractValidator<R> instead",
            "public class OddAttribute : ValidationAttribute; [‹Odd›] public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "IValidatableObject on R is not checked: write RuleFor(body => body).Custom(...) in an AbstractValidator<R> instead",
            "public record ‹R›(int X) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; } [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK125", "[Required] on 'Name' of Base is not checked: write RuleFor(body => body.Name).NotEmpty() in an AbstractValidator<Base> instead",
            "public abstract class Base { [‹Required›] public string Name { get; set; } = null!; } public class R : Base; [Post(\"/a\")] public class A { public Task HandleAsync(R body) => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns object, which JSON cannot hold: no JSON context knows what an object holds, so return a record, or a base record with [JsonDerivedType] for each that it can be",
            "[Get(\"/a\")] public class A { public ‹Task<object>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns IReadOnlyList<object>, which JSON cannot hold: no JSON context knows what an object holds, so return a record, or a base record with [JsonDerivedType] for each that it can be",
            "[Get(\"/a\")] public class A { public ‹Task<IReadOnlyList<object>>› HandleAsync() => null!; }"
        },
        { "FWK106", "A has 0 public methods named HandleAsync: give it exactly one, which is not static or generic", "[Get(\"/a\")] public class ‹A›;" },
        {
            "FWK106", "A has 2 public methods named HandleAsync: give it exactly one, which is not static or generic",
            "[Get(\"/a\")] public class ‹A› { public Task HandleAsync() => null!; public Task HandleAsync(int a) => null!; }"
        },
        {
            "FWK107", "'services' has the type IServiceProvider, which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor",
            "[Post(\"/a\")] public class A { public Task HandleAsync(IServiceProvider ‹services›) => null!; }"
        },
        {
            "FWK107", "'a' has the type ref int, which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor",
            "[Post(\"/a\")] public class A { public Task HandleAsync(ref int ‹a›) => null!; }"
        },
        {
            "FWK107", "'content' has the type byte[], which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor",
            "[Post(\"/a\")] public class A { public Task HandleAsync(byte[] ‹content›) => null!; }"
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
        { "FWK108", "The route '/a?b=c' is malformed: 'a?b=c' must be letters, digits and any of -._~!$&'()*+,;=:@, and neither '.' nor '..'; what a query holds is a parameter", $"[‹Get(\"/a?b=c\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a b' is malformed: 'a b' must be letters, digits and any of -._~!$&'()*+,;=:@, and neither '.' nor '..'; what a query holds is a parameter", $"[‹Get(\"/a b\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a%20b' is malformed: 'a%20b' must be letters, digits and any of -._~!$&'()*+,;=:@, and neither '.' nor '..'; what a query holds is a parameter", $"[‹Get(\"/a%20b\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a\nb' is malformed: 'a\nb' must be letters, digits and any of -._~!$&'()*+,;=:@, and neither '.' nor '..'; what a query holds is a parameter", $"[‹Get(\"/a\\nb\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route '/a/../b' is malformed: '..' must be letters, digits and any of -._~!$&'()*+,;=:@, and neither '.' nor '..'; what a query holds is a parameter", $"[‹Get(\"/a/../b\")›] public class A {{ {Handle} }}" },
        { "FWK109", "A has [AllowAnonymous] and [RequireGroup], which contradict each other: remove one", $"[Get(\"/a\"), AllowAnonymous, RequireGroup(\"g\")] public class ‹A› {{ {Handle} }}" },
        {
            "FWK109", "A has [AllowAnonymous] and [RequireGroup], which contradict each other: remove one",
            $"[RequireGroup(\"g\")] public abstract class B; [Get(\"/a\"), AllowAnonymous] public class ‹A› : B {{ {Handle} }}"
        },
        {
            "FWK110", "A cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members",
            $"[Get(\"/a\")] public abstract class ‹A› {{ {Handle} }}"
        },
        {
            "FWK110", "A cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members",
            $"[Get(\"/a\")] public class ‹A› {{ public required int X {{ get; init; }} {Handle} }}"
        },
        {
            "FWK111", "'a' would come from the body of a GET, which clients and gateways drop: use simple parameters, arrays of them, or another method",
            "public record R(int X); [Get(\"/a\")] public class A { public Task HandleAsync(R ‹a›) => null!; }"
        },
        {
            "FWK111", "'a' would come from the body of a DELETE, which clients and gateways drop: use simple parameters, arrays of them, or another method",
            "public record R(int X); [Delete(\"/a\")] public class A { public Task HandleAsync(R ‹a›) => null!; }"
        },
        {
            "FWK112", "Two endpoints are named A: the class's name is the function's handler, so rename one",
            $"namespace N {{ [Get(\"/a\")] public class A {{ {Handle} }} }} namespace M {{ [Get(\"/b\")] public class ‹A› {{ {Handle} }} }}"
        },
        {
            "FWK113", "HandleAsync of A returns void: return Task, Task<T>, ValueTask, ValueTask<T>, or a response that is streamed, such as IAsyncEnumerable<T>",
            "[Get(\"/a\")] public class A { public ‹void› HandleAsync() { } }"
        },
        {
            "FWK114", "'name' is of type string, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            $"[Get(\"/a\")] public class A(string ‹name›) {{ public string Name => name; {Handle} }}"
        },
        {
            "FWK114", "'names' is of type string[], which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            $"[Get(\"/a\")] public class A(string[] ‹names›) {{ public object Names => names; {Handle} }}"
        },
        {
            "FWK114", "'limit' is of type int?, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            $"[Get(\"/a\")] public class A(int? ‹limit› = null) {{ public object? Limit => limit; {Handle} }}"
        },
        { "FWK115", "[RequireGroup] of A must name at least one group, without spaces", $"[Get(\"/a\"), RequireGroup] public class ‹A› {{ {Handle} }}" },
        { "FWK116", "[Cors] of A allows any origin with credentials: name the origins", $"[Get(\"/a\"), Cors(\"*\", AllowCredentials = true)] public class ‹A› {{ {Handle} }}" },
        {
            "FWK117", "'b' of A is of type A.B, which generated code cannot use: make it at least internal, pass it by value, and take neither dynamic, nor a pointer, nor a ref struct",
            "[Post(\"/a\")] public class A { private class B; internal Task HandleAsync(B ‹b›) => null!; }"
        },
        {
            "FWK117", "'The response' of A is of type dynamic, which generated code cannot use: make it at least internal, pass it by value, and take neither dynamic, nor a pointer, nor a ref struct",
            "[Get(\"/a\")] public class A { public ‹Task<dynamic>› HandleAsync() => null!; }"
        },
        {
            "FWK118", "R holds rules for the body of A, but the service cannot run them: make it an at least internal class with one public constructor, which takes services only, and no required members",
            "[Post(\"/a\")] public class A { public record B(int X); class ‹R› : AbstractValidator<B>; public Task HandleAsync(B b) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK119", "'b' holds a Shape, which is abstract: add [JsonDerivedType(typeof(...), \"...\")] to it for each type that it can be",
            "public abstract record Shape; [Post(\"/a\")] public class A { public record B(List<Shape?> Shapes); public Task HandleAsync(B ‹b›) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK119", "'b' holds a (int Low, int High), which System.Text.Json leaves empty, for a tuple has no properties: use a record",
            "[Post(\"/a\")] public class A { public record B((int Low, int High)? Range); public Task HandleAsync(B ‹b›) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK119", "'b' holds a Point, which System.Text.Json makes without its constructor, zeroes for what is missing: mark that with [JsonConstructor], which is [method: JsonConstructor] before a record struct, or use a record class",
            "public record struct Point(int X, int Y); [Post(\"/a\")] public class A { public record B(Point At); public Task HandleAsync(B ‹b›) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK119", "'b' holds a Box<string>, which lets 'Value' be null, whose type System.Text.Json does not know to be otherwise: add where T : notnull to Box",
            "public record Box<T>(T Value); [Post(\"/a\")] public class A { public record B(List<Box<string>> Boxes); public Task HandleAsync(B ‹b›) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK120", "'Note' of Part loses its default value where the body leaves it out, because System.Text.Json sets every init property: write set instead of init, or make it a parameter of the constructor with a default",
            "public class Part { public string ‹Note› { get; init; } = \"\"; } [Post(\"/a\")] public class A { public record B(List<Part> Parts); public Task HandleAsync(B b) => null!; } [JsonSerializable(typeof(A.B))] partial class C;"
        },
        {
            "FWK121", "HandleAsync of A returns (int A, string B), which JSON cannot hold: a tuple has no properties, so return a record",
            "[Get(\"/a\")] public class A { public ‹Task<(int A, string B)>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns List<(int, int)>, which JSON cannot hold: a tuple has no properties, so return a record",
            "[Get(\"/a\")] public class A { public ‹Task<List<(int, int)>>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns List<IAsyncEnumerable<int>>, which JSON cannot hold: declare the response as IAsyncEnumerable<T> to stream it, or return a list",
            "[Get(\"/a\")] public class A { public ‹Task<List<IAsyncEnumerable<int>>>› HandleAsync() => null!; }"
        },
        {
            "FWK105", "R travels as JSON, but no JsonSerializerContext of this project knows it: add [JsonSerializable(typeof(R))] to one",
            "public record R(int X); [Get(\"/a\")] public class A { public ‹IAsyncEnumerable<R>› HandleAsync() => null!; }"
        },
        {
            "FWK105", "R travels as JSON, but no JsonSerializerContext of this project knows it: add [JsonSerializable(typeof(R))] to one",
            "public record R(int X); [Get(\"/a\")] public class A { public ‹ServerSentEvents<R>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns IAsyncEnumerable<(int, int)>, which JSON cannot hold: a tuple has no properties, so return a record",
            "[Get(\"/a\")] public class A { public ‹IAsyncEnumerable<(int, int)>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns IAsyncEnumerable<SseItem<int>>, which JSON cannot hold: return a ServerSentEvents<T>",
            "[Get(\"/a\")] public class A { public ‹IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<int>>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns MemoryStream, which JSON cannot hold: return a FileStreamResult",
            "[Get(\"/a\")] public class A { public ‹Task<System.IO.MemoryStream>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns Task<int>, which JSON cannot hold: await it",
            "[Get(\"/a\")] public class A { public ‹Task<Task<int>>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns Problem?, which JSON cannot hold: throw a ProblemException",
            "[Get(\"/a\")] public class A { public ‹Task<Framework.Problems.Problem?>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns Created<Action>, which JSON cannot hold: return a record of what the client needs",
            "[Get(\"/a\")] public class A { public ‹Task<Created<Action>>› HandleAsync() => null!; }"
        },
        {
            "FWK122", "[StringLength] of 'name' is not checked, because only [Range(least, most)] on a number is: check name in HandleAsync, or give it a type that parses itself, an IParsable<T>",
            "[Get(\"/a\")] public class A { public Task HandleAsync([‹StringLength(3)›] string name) => null!; }"
        },
        {
            "FWK122", "[Range] of 'day' is not checked, because only [Range(least, most)] on a number is: check day in HandleAsync, or give it a type that parses itself, an IParsable<T>",
            "[Get(\"/a\")] public class A { public Task HandleAsync([‹Range(typeof(DateOnly), \"2026-01-01\", \"2026-12-31\")›] DateOnly? day) => null!; }"
        },
        {
            "FWK123", "No request can have the header 'x y:' of 'a': a header's name is letters, digits and hyphens",
            "[Get(\"/a\")] public class A { public Task HandleAsync([FromHeader(\"x y:\")] string ‹a›) => null!; }"
        },
        {
            "FWK127", "HandleAsync of A returns HttpResult, which may be any response: name each, as in Results<Ok<Item>, NoContent>, or return a Response",
            "[Get(\"/a\")] public class A { public ‹Task<HttpResult>› HandleAsync() => null!; }"
        },
        {
            "FWK127", "HandleAsync of A returns HttpResult, which may be any response: name each, as in Results<Ok<Item>, NoContent>, or return a Response",
            "[Get(\"/a\")] public class A { public ‹Task<Results<NoContent, HttpResult>>› HandleAsync() => null!; }"
        },
        {
            "FWK105", "R travels as JSON, but no JsonSerializerContext of this project knows it: add [JsonSerializable(typeof(R))] to one",
            "public record R(int X); [Get(\"/a\")] public class A { public ‹Task<Results<NoContent, Ok<R>>>› HandleAsync() => null!; }"
        },
        {
            "FWK121", "HandleAsync of A returns Ok<object>, which JSON cannot hold: no JSON context knows what an object holds, so return a record, or a base record with [JsonDerivedType] for each that it can be",
            "[Get(\"/a\")] public class A { public ‹Task<Results<NoContent, Ok<object>>>› HandleAsync() => null!; }"
        },
        {
            "FWK128", "No request can have the cookie 'a;b' of 'a': a cookie's name is letters, digits and any of !#$%&'*+-.^_`|~",
            "[Get(\"/a\")] public class A { public Task HandleAsync([FromCookie(\"a;b\")] string ‹a›) => null!; }"
        },
        {
            "FWK129", "'Tag' of R is the entity tag of the responses and has the type string: make it an int or a long",
            "public record R([property: ETag] string ‹Tag›); [Get(\"/a\")] public class A { public Task<R> HandleAsync() => null!; }"
        },
        {
            "FWK114", "'version' is of type IfMatch, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            "[Get(\"/a\")] public class A(IfMatch ‹version›) { public object Version => version; public Task HandleAsync() => null!; }"
        },
        {
            "FWK130", "'filter' of type R comes from the query string: make it a record with one public constructor, whose parameters are the values",
            "public class R { public int X { get; set; } } [Get(\"/a\")] public class A { public Task HandleAsync([FromQuery] R ‹filter›) => null!; }"
        },
        {
            "FWK130", "'form' of type int comes from a form: make it a record with one public constructor, whose parameters are the values",
            "[Post(\"/a\")] public class A { public Task HandleAsync([FromForm] int ‹form›) => null!; }"
        },
        {
            "FWK107", "'Inner' has the type R, which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor",
            "public record R(int X); public record S(R ‹Inner›); [Post(\"/a\")] public class A { public Task HandleAsync([FromForm] S form) => null!; }"
        },
        {
            "FWK107", "'File' has the type FormFile, which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor",
            "public record S(FormFile ‹File›); [Get(\"/a\")] public class A { public Task HandleAsync([FromQuery] S query) => null!; }"
        },
        {
            "FWK122", "[StringLength] of 'Name' is not checked, because only [Range(least, most)] on a number is: check Name in HandleAsync, or give it a type that parses itself, an IParsable<T>",
            "public record S([‹StringLength(3)›] string Name); [Get(\"/a\")] public class A { public Task HandleAsync([FromQuery] S query) => null!; }"
        },
        {
            "FWK104", "'a' and 'b' would both come from the body: put them into one record, or mark one as [FromHeader]",
            "public record R(int X); [Post(\"/a\")] public class A { public Task HandleAsync([FromForm] R a, ReadOnlyMemory<byte> ‹b›) => null!; }"
        },
        {
            "FWK111", "'a' would come from the body of a GET, which clients and gateways drop: use simple parameters, arrays of them, or another method",
            "[Get(\"/a\")] public class A { public Task HandleAsync(System.IO.Stream ‹a›) => null!; }"
        },
        {
            "FWK131", "No request can have the media type 'image/png; q=1' of 'a': write type/subtype without parameters, such as image/png or image/*",
            "[Post(\"/a\")] public class A { public Task HandleAsync([Accepts(\"image/png; q=1\")] System.IO.Stream ‹a›) => null!; }"
        },
        {
            "FWK131", "No request can have the media type '*/*' of 'a': write type/subtype without parameters, such as image/png or image/*",
            "[Post(\"/a\")] public class A { public Task HandleAsync([Accepts(\"image/png\", \"*/*\")] ReadOnlyMemory<byte> ‹a›) => null!; }"
        },
        {
            "FWK132", "A has [BodyLimits] and has no body: remove them",
            "[Post(\"/a\"), ‹BodyLimits(MaxBytes = 1)›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK132", "A has [BodyLimits] and takes nothing: make MaxDepth at least 1",
            "[Post(\"/a\"), ‹BodyLimits(MaxBytes = 1, MaxDepth = 0)›] public class A { public Task HandleAsync(System.IO.Stream body) => null!; }"
        },
        { "FWK133", "[CacheControl] of A is malformed: 'max_age=60' is no directive of a response", $"[Get(\"/a\"), ‹CacheControl(\"private, max_age=60\")›] public class A {{ {Handle} }}" },
        { "FWK133", "[CacheControl] of A is malformed: '' is no directive of a response", $"[Get(\"/a\"), ‹CacheControl(\"\")›] public class A {{ {Handle} }}" },
        { "FWK133", "[CacheControl] of A is malformed: 'max-age' is no directive of a response", $"[Get(\"/a\"), ‹CacheControl(\"private, max-age\")›] public class A {{ {Handle} }}" },
        { "FWK133", "[CacheControl] of A is malformed: 'max-age' is there twice", $"[Get(\"/a\"), ‹CacheControl(\"private, max-age=1, Max-Age=2\")›] public class A {{ {Handle} }}" },
        { "FWK133", "[CacheControl] of A is malformed: 'public' and 'private' contradict each other", $"[Get(\"/a\"), AllowAnonymous, ‹CacheControl(\"public, private\")›] public class A {{ {Handle} }}" },
        { "FWK133", "[CacheControl] of A is malformed: 'no-store' and 'max-age=1' contradict each other", $"[Get(\"/a\"), ‹CacheControl(\"no-store, max-age=1\")›] public class A {{ {Handle} }}" },
        { "FWK134", "[CacheControl] of A lets a cache pass on what a signed-in caller gets: add private, or make it no-store", $"[Get(\"/a\"), ‹CacheControl(\"public, max-age=1\")›] public class A {{ {Handle} }}" },
        { "FWK134", "[CacheControl] of A lets a cache pass on what a signed-in caller gets: add private, or make it no-store", $"[‹CacheControl(\"max-age=1\")›] public abstract class B; [Get(\"/a\")] public class A : B {{ {Handle} }}" },
        {
            "FWK135", "The routes '/a/{x}' and '/b' of A name different parameters: give both the same, or write two endpoints",
            "[Get(\"/a/{x}\"), ‹Get(\"/b\")›] public class A { public Task HandleAsync(int x) => null!; }"
        },
        {
            "FWK137", "A and B both serve the route say of a WebSocket API: make them one class, or give one of them another action",
            "[Message(\"say\")] public class A { public Task HandleAsync() => null!; } [Message(\"say\")] public class ‹B› { public Task HandleAsync() => null!; }"
        },
        {
            "FWK137", "A and B both serve the route $connect of a WebSocket API: make them one class, or give one of them another action",
            "[Connect] public class A { public Task HandleAsync() => null!; } [Connect] public class ‹B› { public Task HandleAsync() => null!; }"
        },
        {
            "FWK138", "The action '' of A cannot be the key of a route: write what the messages name, such as [Message(\"say\")]",
            "[‹Message(\"\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK138", "The action '$default' of A cannot be the key of a route: write [DefaultMessage]",
            "[‹Message(\"$default\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK138", "The action '$connect' of A cannot be the key of a route: a key that begins with $ is API Gateway's own",
            "[‹Message(\"$connect\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK138", "The action 'a\nb' of A cannot be the key of a route: a key is one line without control characters",
            "[‹Message(\"a\\nb\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK138", "The action 'a\u2028b' of A cannot be the key of a route: a key is one line without control characters",
            "[‹Message(\"a\\u2028b\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK139", "'page' would come from a query string, and a message has none: put it into the record of the message, or read it in a class with [Connect]",
            "[Message(\"say\")] public class A { public Task HandleAsync(int ‹page›) => null!; }"
        },
        {
            "FWK139", "'trace' would come from headers, and a message has none: put it into the record of the message, or read it in a class with [Connect]",
            "[Connect, DefaultMessage] public class A { public Task HandleAsync([FromHeader] string ‹trace›) => null!; }"
        },
        {
            "FWK139", "'request' would come from a request, and the end of a connection has none: store what it needs when the connection is opened",
            "[Disconnect] public class A { public Task HandleAsync(Request ‹request›) => null!; }"
        },
        {
            "FWK139", "'body' would come from a body, and the end of a connection has none: store what it needs when the connection is opened",
            "public record R(int X); [Disconnect] public class A { public Task HandleAsync(R ‹body›) => null!; } [JsonSerializable(typeof(R))] internal sealed partial class J;"
        },
        {
            "FWK139", "'body' would come from a body, and the request for a connection has none: take query values or headers, or wait for a message",
            "[Connect] public class A { public Task HandleAsync(ReadOnlyMemory<byte> ‹body›) => null!; }"
        },
        {
            "FWK139", "'form' would come from a form, and a WebSocket API has none: take a record from the JSON of a message",
            "public record R(int X); [Message(\"say\")] public class A { public Task HandleAsync([FromForm] R ‹form›) => null!; }"
        },
        {
            "FWK139", "'connection' would come from a connection, and an HTTP request has none: ask for it in a class with [Connect], [Message] or [Disconnect]",
            "[Get(\"/a\")] public class A { public Task HandleAsync(Connection ‹connection›) => null!; }"
        },
        {
            "FWK140", "A has [Get] and [Message]: write two classes",
            "[Get(\"/a\"), ‹Message(\"say\")›] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK140", "A has [Post] and [Connect]: write two classes",
            "[‹Connect›, Post(\"/a\")] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK140", "A has [CacheControl] and [Message]: a WebSocket API has no use for the first, so remove it",
            "[‹Message(\"say\")›, CacheControl(\"no-store\")] public class A { public Task HandleAsync() => null!; }"
        },
        {
            "FWK104", "'a' and 'b' would both come from the body: put them into one record, or mark one as [FromHeader]",
            "public record R(int X); [Message(\"say\")] public class A { public Task HandleAsync(R a, R ‹b›) => null!; }"
        },
        {
            "FWK114", "'connection' is of type Connection, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            "[Connect] public class A(Connection ‹connection›) { public object C => connection; public Task HandleAsync() => null!; }"
        },
        {
            "FWK136", "F2 cannot be a filter here: make it a class that is neither abstract nor generic, at least internal, with one constructor",
            $"{Filter} public abstract class F2 : F; [Get(\"/a\"), ‹Filter<F2>›] public class A {{ {Handle} }}"
        },
        {
            "FWK136", "F2 cannot be a filter here: make it a class that is neither abstract nor generic, at least internal, with one constructor",
            $"{Filter} public class F2<T> : F; [Get(\"/a\"), ‹Filter<F2<int>>›] public class A {{ {Handle} }}"
        },
        {
            "FWK136", "F2 cannot be a filter here: make it a class that is neither abstract nor generic, at least internal, with one constructor",
            $"{Filter} [Get(\"/a\"), ‹Filter<F2>›] public class A {{ {Handle} private class F2 : F; }}".Replace("‹Filter<F2>›", "‹Filter<A.F2>›")
        },
        {
            "FWK136", "F2 cannot be a filter here: it is disposable: keep what it disposes in a service, and ask for that",
            $"{Filter} public class F2 : F, IDisposable {{ public void Dispose() {{ }} }} [‹Filter<F2>›] public abstract class B; [Get(\"/a\")] public class A : B {{ {Handle} }}"
        },
        {
            "FWK136", "F cannot be a filter here: A has it already: remove one of the two",
            $"{Filter} [Filter<F>] public abstract class B; [Get(\"/a\"), ‹Filter<F>›] public class A : B {{ {Handle} }}"
        },
        {
            "FWK136", "F2 cannot be a filter here: it is disposable: keep what it disposes in a service, and ask for that",
            $"[assembly: ‹Filter<F2>›] {Filter} public class F2 : F, IAsyncDisposable {{ public ValueTask DisposeAsync() => default; }} [Get(\"/a\")] public class A {{ {Handle} }} [Get(\"/b\")] public class B {{ {Handle} }}"
        },
        {
            "FWK114", "'caller' is of type Caller, which is request data or a plain value: ask for it in InvokeAsync, or wrap it in a service",
            $"{Filter} public class F2(Caller ‹caller›) : F {{ public object C => caller; }} [Get(\"/a\"), Filter<F2>] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "P2 cannot be a policy here: make it a class that implements IAuthorizationPolicy",
            $"public class P2; [Get(\"/a\"), ‹Authorize(typeof(P2))›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "int[] cannot be a policy here: make it a class that implements IAuthorizationPolicy",
            $"[Get(\"/a\"), ‹Authorize(typeof(int[]))›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "null cannot be a policy here: make it a class that implements IAuthorizationPolicy",
            $"[Get(\"/a\"), ‹Authorize(null!)›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "IAuthorizationPolicy cannot be a policy here: make it a class that implements IAuthorizationPolicy",
            $"[Get(\"/a\"), ‹Authorize<IAuthorizationPolicy>›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "P2 cannot be a policy here: make it a class that is neither abstract nor generic, at least internal, with one constructor",
            $"{Policy} public abstract class P2 : P; [Get(\"/a\"), ‹Authorize<P2>›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "P2 cannot be a policy here: make it a class that is neither abstract nor generic, at least internal, with one constructor",
            $"{Policy} public class P2 : P {{ public P2() {{ }} public P2(TimeProvider clock) => _ = clock; }} [Get(\"/a\"), ‹Authorize(typeof(P2))›] public class A {{ {Handle} }}"
        },
        {
            "FWK150", "P2 cannot be a policy here: it is disposable: keep what it disposes in a service, and ask for that",
            $"{Policy} public class P2 : P, IDisposable {{ public void Dispose() {{ }} }} [‹Authorize<P2>›] public abstract class B; [Get(\"/a\")] public class A : B {{ {Handle} }}"
        },
        {
            "FWK150", "P cannot be a policy here: A has it already: remove one of the two",
            $"{Policy} [Authorize<P>] public abstract class B; [Get(\"/a\"), ‹Authorize(typeof(P))›] public class A : B {{ {Handle} }}"
        },
        {
            "FWK109", "A has [AllowAnonymous] and [Authorize], which contradict each other: remove one",
            $"{Policy} [Authorize<P>] public abstract class B; [Get(\"/a\"), AllowAnonymous] public class ‹A› : B {{ {Handle} }}"
        },
        {
            "FWK114", "'request' is of type Request, which is request data or a plain value: ask for it in AuthorizeAsync, or wrap it in a service",
            $"{Policy} public class P2(Request ‹request›) : P {{ public object R => request; }} [Get(\"/a\"), Authorize<P2>] public class A {{ {Handle} }}"
        },
        {
            "FWK151", "A cannot be an authorizer: it has a route too, and a function is one of the two: write two classes",
            $"[Authorizer, Get(\"/a\")] public class ‹A› {{ {Handle} }}"
        },
        {
            "FWK151", "A cannot be an authorizer: who may call an authorizer is the gateway's to say: remove [AllowAnonymous] and all that requires something of a caller",
            $"[RequireGroup(\"g\")] public abstract class B; [Authorizer] public class ‹A› : B {{ {Authorize} }}"
        },
        {
            "FWK151", "A cannot be an authorizer: its HandleAsync takes an AuthorizerRequest, and if you like an Invocation and a CancellationToken, and returns Task<AuthorizerResult>",
            "[Authorizer] public class ‹A› { public Task<AuthorizerResult> HandleAsync(Request request) => null!; }"
        },
        {
            "FWK151", "A cannot be an authorizer: its HandleAsync takes an AuthorizerRequest, and if you like an Invocation and a CancellationToken, and returns Task<AuthorizerResult>",
            "[Authorizer] public class ‹A› { public Task<bool> HandleAsync(AuthorizerRequest request) => null!; }"
        },
        { "FWK110", "A cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members", $"[Authorizer] public abstract class ‹A› {{ {Authorize} }}" },
        { "FWK106", "A has 0 public methods named HandleAsync: give it exactly one, which is not static or generic", "[Authorizer] public class ‹A›;" },
        { "FWK123", "No request can have the header 'x y' of 'A': a header's name is letters, digits and hyphens", $"[‹Authorizer(\"x y\")›] public class A {{ {Authorize} }}" },
        {
            "FWK114", "'request' is of type Request, which is request data or a plain value: ask for it in HandleAsync, or wrap it in a service",
            $"[Authorizer] public class A(Request ‹request›) {{ public object R => request; {Authorize} }}"
        },
        {
            "FWK112", "Two endpoints are named A: the class's name is the function's handler, so rename one",
            $"namespace N {{ [Get(\"/a\")] public class A {{ {Handle} }} }} namespace M {{ [Authorizer] public class ‹A› {{ {Authorize} }} }}"
        },
        { "FWK108", "The route 'b' is malformed: it must begin with '/'", $"[‹RoutePrefix(\"b\")›] public abstract class B; [Get(\"/a\")] public class A : B {{ {Handle} }}" },
        { "FWK108", "The route '/' is malformed: a prefix has at least one segment", $"[Get(\"/a\"), ‹RoutePrefix(\"/\")›] public class A {{ {Handle} }}" },
        { "FWK108", "The route 'a' is malformed: it must begin with '/'", $"[RoutePrefix(\"/b\"), ‹Get(\"a\")›] public class A {{ {Handle} }}" },
        {
            "FWK108", "The route '/b/{id}/a/{id}' is malformed: it names a parameter twice",
            "[RoutePrefix(\"/b/{id}\")] public abstract class B; [‹Get(\"/a/{id}\")›] public class A : B { public Task HandleAsync(int id) => null!; }"
        },
        {
            "FWK108", "The route '/b/{rest+}/a' is malformed: a catch-all such as {path+} must be the last segment",
            "[RoutePrefix(\"/b/{rest+}\"), ‹Get(\"/a\")›] public class A { public Task HandleAsync(string rest) => null!; }"
        },
        {
            "FWK102", "The route '/b/{shop}/a' names 'shop', but no parameter of HandleAsync takes it: add 'shop', or take the name out of the route",
            "[RoutePrefix(\"/b/{shop}\")] public abstract class B; [Get(\"/a\")] public class A : B { public Task ‹HandleAsync›() => null!; }"
        },
        {
            "FWK101", "A and C both serve GET /b/a: give one of them another method or path",
            $"[RoutePrefix(\"/b\")] public abstract class B; [Get(\"/a\")] public class A : B {{ {Handle} }} [Get(\"/b/a\")] public class ‹C› {{ {Handle} }}"
        },
        { "FWK101", "A and A both serve GET /a: give one of them another method or path", $"[Get(\"/a\"), Get(\"/a\")] public class ‹A› {{ {Handle} }}" },
        { "FWK108", "The route 'b' is malformed: it must begin with '/'", $"[Get(\"/a\"), ‹Put(\"b\")›] public class A {{ {Handle} }}" },
        {
            "FWK111", "'a' would come from the body of a DELETE, which clients and gateways drop: use simple parameters, arrays of them, or another method",
            "public record R(int X); [Put(\"/a\"), Delete(\"/a\")] public class A { public Task HandleAsync(R ‹a›) => null!; }"
        },
    };

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(EndpointDiagnostics).GetFields()
        .Concat(typeof(ServiceDiagnostics).GetFields()).Select(known => known.GetValue(null)).OfType<DiagnosticDescriptor>();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_reported_at_its_place(string id, string message, string marked)
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
        Assert.Empty(Descriptors.Select(descriptor => descriptor.Id).Except(Mistakes.Select(row => row.Data.Item1)).Except(["FWK124", "FWK126", "FWK152", "FWK153", "FWK301"]));

    [Fact]
    public void Every_diagnostic_stands_in_the_guide_that_it_links_to()
    {
        var root = Path.GetFullPath("../../../../..", AppContext.BaseDirectory);
        var rows = File.ReadAllLines(Path.Combine(root, "docs/diagnostics.md"));

        Assert.All(Descriptors, descriptor =>
        {
            var anchor = descriptor.Id.ToLowerInvariant();
            Assert.EndsWith($"docs/diagnostics.md#{anchor}", descriptor.HelpLinkUri, StringComparison.Ordinal);
            var row = Assert.Single(rows, row => row.Contains($"<a id=\"{anchor}\"></a>{descriptor.Id}", StringComparison.Ordinal));
            Assert.Equal(4, row.Split(" | ").Count(cell => cell.Trim(' ', '|').Length > 0));
        });
    }

    [Theory]
    [InlineData("CSharp13", "13.0")]
    [InlineData("CSharp11", "11.0")]
    public void An_older_language_is_reported_in_place_of_code_that_it_cannot_read(string version, string shown)
    {
        var options = new CSharpParseOptions(Enum.Parse<LanguageVersion>(version));
        var run = CSharpGeneratorDriver.Create([new EndpointGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGenerators(GeneratorRun.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText($"{EndpointSource.Usings}[Get(\"/a\")] public class A {{ {Handle} }}", options)))
            .GetRunResult();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(
            ("FWK124", $"The code that serves the endpoints is C# 14, and this project is C# {shown}: remove LangVersion from it, or raise it"),
            (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Empty(run.GeneratedTrees);
    }

    [Fact]
    public void All_that_is_wrong_with_an_endpoint_is_reported_at_once()
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + """
            [Get("/a/{id}"), AllowAnonymous, RequireScope("s")]
            public class A(string name) { public string Name => name; public void HandleAsync(Action action) { } }
            """);

        Assert.Equal(["FWK102", "FWK107", "FWK109", "FWK113", "FWK114"], run.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }
}
