using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>A unique value is part of the text that is the key of its guard.</summary>
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
