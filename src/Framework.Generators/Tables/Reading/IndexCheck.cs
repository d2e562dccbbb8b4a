using System.Text.RegularExpressions;
using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Checks a table's indexes against DynamoDB's rules and the names of the generated methods.</summary>
internal static class IndexCheck
{
    private const int MaxGlobal = 20;
    private const int MaxLocal = 5;

    private static readonly Regex Name = new("^[A-Za-z0-9_.-]{3,255}$");

    public static void Check(INamedTypeSymbol type, List<IndexModel> indexes, KeyPartModel? sort, Action<DiagnosticInfo> report)
    {
        var location = LocationInfo.Of(type);
        foreach (var index in indexes)
        {
            if (!Name.IsMatch(index.Name))
                report(DiagnosticInfo.Of(TableDiagnostics.InvalidIndexName, location, index.Name));
            else if (!char.IsLetter(index.Method[0])
                || TableReader.Generated.Contains(index.Method) || LibraryNames.Contains(index.Method))
                Conflict(index, "a name that no method can have, or that of another generated one");
            if (index.IsLocal && sort is null)
                Conflict(index, "a sort key alone, which makes it local, and a local index needs a table with a sort key");
            if (type.GetMembers(index.Method).FirstOrDefault() is { } member)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.ReservedMember, LocationInfo.Of(member), member.Name, Naming.CamelCase(member.Name)));
        }
        foreach (var same in indexes.GroupBy(index => index.Method).Where(same => same.Count() > 1))
            Conflict(same.Last(), "its method's name twice");
        var local = indexes.Count(index => index.IsLocal);
        if (local > MaxLocal || indexes.Count - local > MaxGlobal)
            report(DiagnosticInfo.Of(
                TableDiagnostics.TooManyIndexes, location, type.Name, $"{indexes.Count - local}", $"{local}"));

        void Conflict(IndexModel index, string fault) =>
            report(DiagnosticInfo.Of(TableDiagnostics.IndexConflict, location, index.Name, fault));
    }
}
