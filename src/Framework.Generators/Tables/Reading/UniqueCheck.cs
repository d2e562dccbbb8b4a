using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Checks properties with <c>[Unique]</c>. A unique value has a guard, an item of the same table whose key is a text
/// that contains the value. So the value must be one that can be a key, and the keys of the table must be text.</summary>
internal static class UniqueCheck
{
    public static void Check(INamedTypeSymbol type, TableModel table, Action<DiagnosticInfo> report)
    {
        foreach (var member in table.Unique)
        {
            var location = LocationInfo.Of(Hierarchy.Property(type, member.Property) ?? (ISymbol)type);
            if (member.Value.KeyWriter is null || member.Role != MemberRole.None)
                report(DiagnosticInfo.Of(TableDiagnostics.UnsupportedUnique, location, member.Property));
            if (new[] { table.Partition, table.Sort }.FirstOrDefault(key => key is not null && key.Letter != "S") is { } other)
                report(DiagnosticInfo.Of(TableDiagnostics.UniqueNeedsTextKeys, location, member.Property, other.Attribute));
        }
    }
}
