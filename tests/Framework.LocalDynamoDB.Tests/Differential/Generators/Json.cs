using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>Puts generated pieces of JSON text together; an empty piece is left out.</summary>
internal static class Json
{
    public static Gen<string> Object(params IEnumerable<Gen<string>> members) =>
        Join(members).Select(joined => $"{{{joined}}}");

    public static Gen<string> Array(params IEnumerable<Gen<string>> elements) =>
        Join(elements).Select(joined => $"[{joined}]");

    public static Gen<string> ArrayOf(Gen<string> element, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Array(Enumerable.Repeat(element, count)));

    public static Gen<string> Member(string name, Gen<string> value) => value.Select(text => $"\"{name}\":{text}");

    public static Gen<string> Strings(string name, params string[] values) =>
        Gen.Elements(values).Select(text => $"\"{name}\":\"{text}\"");

    public static Gen<string> Literals(string name, params string[] values) => Member(name, Gen.Elements(values));

    public static Gen<string> Maybe(int percent, Gen<string> piece) =>
        Gen.Frequency((100 - percent, Gen.Constant("")), (percent, piece));

    public static Gen<string> Join(IEnumerable<Gen<string>> pieces) => pieces.Aggregate(
        Gen.Constant(""),
        (joined, piece) =>
            from left in joined
            from right in piece
            select left.Length == 0 ? right : right.Length == 0 ? left : $"{left},{right}");
}
