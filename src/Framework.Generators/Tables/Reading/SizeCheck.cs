using System.Text;
using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Checks an item against DynamoDB's limits of size and depth
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).</summary>
internal sealed class SizeCheck(IReadOnlyList<ShapeModel> shapes, IReadOnlyList<UnionModel> unions)
{
    private const int MaxBytes = 409_600;
    private const int MaxDepth = 32;

    // A list or a map takes three bytes, and one more for each of its parts.
    private const int Overhead = 3;

    private readonly HashSet<string> _open = [];

    public void Check(INamedTypeSymbol type, IEnumerable<ShapeModel> items, Action<DiagnosticInfo> report)
    {
        foreach (var item in items)
        {
            var bytes = item.Members.Sum(MinBytes);
            if (bytes > MaxBytes)
                report(DiagnosticInfo.Of(TableDiagnostics.TooLarge, LocationInfo.Of(type), type.Name, $"{bytes}"));
            foreach (var member in item.Members)
                if (Depth(member.Value) is var depth and > MaxDepth)
                    report(DiagnosticInfo.Of(
                        TableDiagnostics.TooDeep,
                        LocationInfo.Of(type.GetMembers(member.Property).FirstOrDefault() ?? type), member.Property, $"{depth}"));
        }
    }

    private long MinBytes(MemberModel member) => member.Value.IsNullable || member.Value.CanBeAbsent
        ? 0
        : Encoding.UTF8.GetByteCount(member.Attribute) + MinBytes(member.Value, member.MinLength);

    private long MinBytes(ValueModel value, int minLength) => value switch
    {
        { Kind: ValueKind.Text or ValueKind.Binary } => minLength,
        { Shape: { } shape } => Overhead + Inside(shape, found => found.Members.Sum(MinBytes), Enumerable.Min),
        { Element: { } element } => Overhead + (minLength * (1 + (element.IsNullable ? 0 : MinBytes(element, 0)))),
        _ => 1,
    };

    private long Depth(ValueModel value) => value switch
    {
        { Shape: { } shape } =>
            1 + Inside(shape, found => found.Members.Select(member => Depth(member.Value)).DefaultIfEmpty(0).Max(), Enumerable.Max),
        { Element: { } element, Kind: not ValueKind.Set } => 1 + Depth(element),
        _ => 0,
    };

    // A type within itself adds nothing: the inner value can always be left out.
    private long Inside(string name, Func<ShapeModel, long> count, Func<IEnumerable<long>, long> choose)
    {
        if (!_open.Add(name))
            return 0;
        var cases = unions.FirstOrDefault(union => union.Name == name)?.Cases.Select(found => found.Method) ?? [name];
        var counts = shapes.Where(shape => cases.Contains(shape.Name)).Select(count).ToList();
        _open.Remove(name);
        return choose(counts.DefaultIfEmpty(0));
    }
}
