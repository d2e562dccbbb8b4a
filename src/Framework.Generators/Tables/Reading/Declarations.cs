using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds how a type is declared, and whether a half of it can be generated.</summary>
internal static class Declarations
{
    public static TypePlace PlaceOf(INamedTypeSymbol type, TypeDeclarationSyntax syntax, string kind) => new(
        type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
        Containers(syntax).Reverse().Select(Declaration).ToEquatableArray(),
        Declaration(syntax),
        $"{type.ToDisplayString().Replace("@", "")}.{kind}.g.cs",
        HiddenNames.Of(type).ToEquatableArray());

    public static void Check(INamedTypeSymbol type, TypeDeclarationSyntax syntax, Action<DiagnosticInfo> report)
    {
        var fault = type switch
        {
            { IsGenericType: true } => "generic",
            { IsValueType: true } => "a struct",
            { IsFileLocal: true } => "seen in its own file alone",
            { IsAbstract: true, IsStatic: false } when TypeMarks.Of(type).DerivedTypes.Count == 0 =>
                "abstract without a [DerivedType]",
            { IsStatic: true } => "static",
            { IsRecord: false } when TypeMarks.Of(type).DerivedTypes.Count > 0 => "a class with a [DerivedType], and not a record",
            _ => null,
        };
        if (fault is not null)
            report(DiagnosticInfo.Of(TableDiagnostics.UnsupportedDeclaration, LocationInfo.Of(type), type.Name, fault));
        foreach (var declaration in Containers(syntax).Prepend(syntax))
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.NotPartial, LocationInfo.Of(declaration.Identifier.GetLocation()),
                    declaration.Identifier.Text));
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
