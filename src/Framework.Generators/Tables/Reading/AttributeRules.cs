using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Checks the other attributes of an item against those of its composed keys and of its type.</summary>
internal static class AttributeRules
{
    public const string TypeName = "_type";

    public static void Check(INamedTypeSymbol type, TableModel table, Action<DiagnosticInfo> report)
    {
        var taken = table.ComposedKeys.Select(key => key.Attribute).ToList();
        if (table.TypeName is not null || table.Union is not null)
            taken.Add(TypeName);
        foreach (var twice in taken.GroupBy(name => name).Where(same => same.Count() > 1))
            Report("A key", "another", twice.Key, type);
        foreach (var member in table.Cases.Append(table.Shape).SelectMany(shape => shape.Members).Distinct())
            if (taken.Contains(member.Attribute))
                Report(
                    member.Property, member.Attribute == TypeName ? "the type's name" : "a key", member.Attribute,
                    Hierarchy.Property(type, member.Property) ?? (ISymbol)type);

        void Report(string one, string other, string name, ISymbol place) =>
            report(DiagnosticInfo.Of(TableDiagnostics.DuplicateAttribute, LocationInfo.Of(place), one, other, name));
    }
}
