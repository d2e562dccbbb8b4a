using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes in full the names of the library's types that an author's own names hide.</summary>
internal static class Qualifier
{
    public static string Qualify(string text, IReadOnlyCollection<string> hidden)
    {
        if (hidden.Count == 0)
            return text;
        var names = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => hidden.Contains(name.Identifier.Text) && MeansType(name))
            .Select(name => name.Identifier);
        foreach (var name in names.OrderByDescending(name => name.SpanStart))
            text = text.Remove(name.SpanStart, name.Span.Length).Insert(name.SpanStart, LibraryNames.InFull(name.Text));
        return text;
    }

    // Not a member of an expression, nor the name of an argument, of a property that is set, or of an alias.
    private static bool MeansType(SimpleNameSyntax name) =>
        LibraryNames.Contains(name.Identifier.Text, name.Arity) && !IsMember(name);

    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
        _ => false,
    };
}
