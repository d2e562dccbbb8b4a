using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Turns a type with <c>[Table]</c> into a model, or into diagnostics.</summary>
internal static class TableReader
{
    /// <summary>The members that are generated.</summary>
    public static readonly string[] Generated = ["Key", "Partition", "Attributes"];

    private static readonly string[] Roles = ["PartitionKey", "SortKey", "Version", "ExpiresAt"];

    public static TableResult Read(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        var diagnostics = new List<DiagnosticInfo>();
        Declarations.Check(type, syntax, diagnostics.Add);
        CheckMembers(type, diagnostics.Add);
        cancellation.ThrowIfCancellationRequested();
        var model = diagnostics.Count == 0 ? Read(type, syntax, compilation, diagnostics.Add) : null;
        return new(
            diagnostics.Exists(diagnostic => diagnostic.IsError) ? null : model, diagnostics.Distinct().ToEquatableArray());
    }

    private static TableModel? Read(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Compilation compilation, Action<DiagnosticInfo> report)
    {
        var marks = TypeMarks.Of(type);
        var readers = ItemReaders.Create(type, compilation, report);
        var shape = readers.Shapes.Read(type, type.Name, isItem: true);
        var (cases, union) = Cases(type, marks, readers, report);
        var keys = new KeyReader(type, marks, shape, report);
        var (partition, sort) = keys.Read();
        if (partition is null)
            return null;
        var indexes = keys.ReadIndexes(partition);
        IndexCheck.Check(type, indexes, sort, report);
        new SizeCheck([.. readers.Maps.Found], [.. readers.Maps.Unions]).Check(type, union is null ? [shape] : cases, report);
        var version = shape.Members.FirstOrDefault(member => member.Role == MemberRole.Version);
        var model = new TableModel(
            Declarations.PlaceOf(type, syntax, "Table"),
            type.IsRecord && version is not null
                && Hierarchy.Property(type, version.Property) is { } property && Hierarchy.Setter(property) is not null,
            marks.TypeName ?? (marks.Key is null ? null : type.Name),
            partition,
            sort,
            indexes.ToEquatableArray(),
            shape,
            union,
            cases.ToEquatableArray(),
            readers.Maps.Found.ToEquatableArray(),
            readers.Maps.Unions.ToEquatableArray(),
            readers.Enums.Found.ToEquatableArray());
        CheckMethods(type, model, readers.Names, report);
        CheckDefaults(type, shape, cases, report);
        AttributeRules.Check(type, model, report);
        UniqueCheck.Check(type, model, report);
        return model;
    }

    private static (List<ShapeModel> Cases, UnionModel? Union) Cases(
        INamedTypeSymbol type, TypeMarks marks, ItemReaders readers, Action<DiagnosticInfo> report)
    {
        var cases = new List<ShapeModel>();
        var union = marks.DerivedTypes.Count == 0
            ? null
            : new UnionReader(readers.Names, readers.Methods, report).Read(
                type, type.Name, marks.TypeName ?? type.Name,
                (derived, method) =>
                {
                    CheckDerived(type, derived, report);
                    cases.Add(readers.Shapes.Read(derived, method, isItem: true));
                });
        return (cases, union);
    }

    private static void CheckMembers(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var marks = Hierarchy.Properties(type)
            .Select(property => (Property: property, Marks: PropertyMarks.Of(property)))
            .ToList();
        var isComposed = TypeMarks.Of(type).Key is not null;
        foreach (var (property, mark) in marks)
            CheckMember(property, mark, report);
        foreach (var member in Generated.SelectMany(name => type.GetMembers(name))
            .Where(member => member is not (IPropertySymbol or IMethodSymbol)))
            report(DiagnosticInfo.Of(
                TableDiagnostics.ReservedMember, LocationInfo.Of(member), member.Name, Naming.CamelCase(member.Name)));
        foreach (var role in Roles)
        {
            var holders = marks.Where(found => found.Marks.Roles.Contains(role)).ToList();
            if (holders.Count > 1)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.RoleTwice, LocationInfo.Of(holders[1].Property), type.Name, role));
            if (role is "PartitionKey" or "SortKey" && holders.Count > 0 && isComposed)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.KeyTwice, LocationInfo.Of(holders[0].Property), type.Name, role));
            if (holders.Count == 0 && role == "PartitionKey" && !isComposed)
                report(DiagnosticInfo.Of(TableDiagnostics.NoPartitionKey, LocationInfo.Of(type), type.Name));
        }
    }

    // An author's own method may have the name of a generated one, but not its parameters as well.
    private static void CheckMethods(INamedTypeSymbol type, TableModel table, PlainNames names, Action<DiagnosticInfo> report)
    {
        var sort = table.Sort?.Members ?? [];
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (method.Name == "Key" && Takes(method, table.Partition.Members.Union(sort))
                || method.Name == "Partition" && Takes(method, table.Partition.Members))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.ReservedMember, LocationInfo.Of(method), method.Name, Naming.CamelCase(method.Name)));

        bool Takes(IMethodSymbol method, IEnumerable<MemberModel> members) =>
            method.Parameters.Select(parameter => names.Of(parameter.Type))
                .SequenceEqual(members.Select(member => member.Value.PresentType));
    }

    // The keys and the version are read from items of all types, so they belong to the base type.
    private static void CheckDerived(INamedTypeSymbol type, INamedTypeSymbol derived, Action<DiagnosticInfo> report)
    {
        foreach (var property in Hierarchy.Properties(derived).Where(found => Hierarchy.Property(type, found.Name) is null))
            foreach (var meaning in PropertyMarks.Of(property).Meanings.Except(["ExpiresAt", "Unique"]).Take(1))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.MeaningOfDerived, LocationInfo.Of(property), property.Name, meaning, type.Name));
    }

    // A condition applies to items of all the types, so the default must be the same.
    private static void CheckDefaults(
        INamedTypeSymbol type, ShapeModel shape, List<ShapeModel> cases, Action<DiagnosticInfo> report)
    {
        foreach (var member in shape.Members)
            if (cases.SelectMany(found => found.Members).Any(found => found.Attribute == member.Attribute
                && found.Default is not null && found.Default != member.Default))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.DefaultNotRead,
                    LocationInfo.Of(Hierarchy.Property(type, member.Property) ?? (ISymbol)type),
                    member.Property,
                    "the types that it may be of begin with different ones, of which a condition knows one; begin with the same"));
    }

    private static void CheckMember(IPropertySymbol property, PropertyMarks marks, Action<DiagnosticInfo> report)
    {
        var roles = marks.IsIgnored ? [.. marks.Meanings, "Ignore"] : marks.Roles;
        if (roles.Count > 1)
            report(DiagnosticInfo.Of(
                TableDiagnostics.RoleConflict, LocationInfo.Of(property), property.Name, roles[0], roles[1]));
        if (Generated.Contains(property.Name))
            report(DiagnosticInfo.Of(
                TableDiagnostics.ReservedMember, LocationInfo.Of(property), property.Name,
                Naming.CamelCase(property.Name)));
    }
}
