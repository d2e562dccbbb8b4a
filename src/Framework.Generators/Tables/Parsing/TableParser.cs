using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Parsing;

/// <summary>Turns a type with <c>[Table]</c> into a model, or into what is wrong with it.</summary>
internal static class TableParser
{
    // The members that are generated, and the library's types that the generated code calls by their plain name.
    private static readonly string[] Generated =
    [
        "Key", "Partition", "Attributes", "KeyValue", "TableKey", "TextValue", "NumberValue", "BinaryValue", "BooleanValue",
        "ListValue", "MapValue", "SetValue", "JsonValue",
    ];

    private static readonly string[] Roles = ["PartitionKey", "SortKey", "Version", "ExpiresAt"];

    public static TableResult Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        var diagnostics = new List<DiagnosticInfo>();
        CheckDeclaration(type, syntax, diagnostics.Add);
        CheckMembers(type, diagnostics.Add);
        cancellation.ThrowIfCancellationRequested();
        var model = diagnostics.Count == 0 ? Read(type, syntax, compilation, diagnostics.Add) : null;
        return new(diagnostics.Count == 0 ? model : null, diagnostics.ToEquatableArray());
    }

    private static TableModel Read(
        INamedTypeSymbol type, TypeDeclarationSyntax syntax, Compilation compilation, Action<DiagnosticInfo> report)
    {
        var names = new TypeNames(type);
        var methods = new MethodNames();
        var enums = new EnumParser(names, methods);
        var maps = new MapParser(names, methods);
        var shapes = new ShapeParser(compilation, new(names, maps, enums), names, report);
        maps.ParseShape = (nested, name) => shapes.Parse(nested, name, isTable: false);
        var shape = shapes.Parse(type, type.Name, isTable: true);
        UniqueCheck.Report(type, shape, report);
        var version = shape.Members.FirstOrDefault(member => member.Role == MemberRole.Version);
        return new(
            type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
            Containers(syntax).Reverse().Select(Declaration).ToEquatableArray(),
            Declaration(syntax),
            type.ToDisplayString().Replace("@", "") + ".Table.g.cs",
            type.IsRecord && version is not null
                && type.GetMembers(version.Property).OfType<IPropertySymbol>().Any(property => property.SetMethod is not null),
            shape,
            maps.Found.ToEquatableArray(),
            enums.Found.ToEquatableArray());
    }

    private static void CheckDeclaration(INamedTypeSymbol type, TypeDeclarationSyntax syntax, Action<DiagnosticInfo> report)
    {
        var location = LocationInfo.Of(type);
        var fault = type switch
        {
            { IsGenericType: true } => "generic",
            { IsAbstract: true, IsStatic: false } => "abstract",
            { IsStatic: true } => "static",
            _ => null,
        };
        if (fault is not null)
            report(DiagnosticInfo.Of(TableDiagnostics.UnsupportedDeclaration, location, type.Name, fault));
        foreach (var declaration in Containers(syntax).Prepend(syntax))
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.NotPartial, LocationInfo.Of(declaration.Identifier.GetLocation()),
                    declaration.Identifier.Text));
    }

    private static void CheckMembers(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var marks = type.GetMembers().OfType<IPropertySymbol>()
            .Select(property => (Property: property, Marks: PropertyMarks.Of(property)))
            .ToList();
        foreach (var (property, mark) in marks)
            CheckMember(property, mark, report);
        foreach (var role in Roles)
        {
            var holders = marks.Where(found => found.Marks.Roles.Contains(role)).ToList();
            if (holders.Count > 1)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.RoleTwice, LocationInfo.Of(holders[1].Property), type.Name, role));
            if (holders.Count == 0 && role == "PartitionKey")
                report(DiagnosticInfo.Of(TableDiagnostics.NoPartitionKey, LocationInfo.Of(type), type.Name));
        }
    }

    private static void CheckMember(IPropertySymbol property, PropertyMarks marks, Action<DiagnosticInfo> report)
    {
        var roles = marks.IsIgnored ? [.. marks.Roles, "Ignore"] : marks.Roles;
        if (roles.Count > 1)
            report(DiagnosticInfo.Of(
                TableDiagnostics.RoleConflict, LocationInfo.Of(property), property.Name, roles[0], roles[1]));
        if (Generated.Contains(property.Name))
            report(DiagnosticInfo.Of(
                TableDiagnostics.ReservedMember, LocationInfo.Of(property), property.Name,
                Naming.CamelCase(property.Name)));
    }

    private static IEnumerable<TypeDeclarationSyntax> Containers(TypeDeclarationSyntax syntax) =>
        syntax.Ancestors().OfType<TypeDeclarationSyntax>();

    private static string Declaration(TypeDeclarationSyntax syntax)
    {
        var form = syntax is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"record {record.ClassOrStructKeyword.Text}"
            : syntax.Keyword.Text;
        return $"partial {form} {syntax.Identifier.Text}{syntax.TypeParameterList}";
    }
}
