using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Parsing;

/// <summary>A unique value is part of the text that is the key of its guard.</summary>
internal static class UniqueCheck
{
    public static void Report(INamedTypeSymbol type, ShapeModel shape, Action<DiagnosticInfo> report)
    {
        foreach (var member in shape.Members.Where(member => member.IsUnique))
        {
            var location = LocationInfo.Of(type.GetMembers(member.Property).FirstOrDefault() ?? type);
            if (member.Value.KeyWriter is null || member.Role != MemberRole.None)
                report(DiagnosticInfo.Of(TableDiagnostics.UnsupportedUnique, location, member.Property));
            if (shape.Members.FirstOrDefault(IsOtherKey) is { } key)
                report(DiagnosticInfo.Of(TableDiagnostics.UniqueNeedsTextKeys, location, member.Property, key.Property));
        }
    }

    private static bool IsOtherKey(MemberModel member) =>
        member.Role is MemberRole.PartitionKey or MemberRole.SortKey && member.Value.Kind != ValueKind.Text;
}
