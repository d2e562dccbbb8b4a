using Framework.Generators.Tables.Parsing;
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
            .Where(name => hidden.Contains(name.Identifier.Text) && LibraryNames.Contains(name.Identifier.Text, name.Arity) && MeansType(name))
            .Select(name => name.Identifier.Span);
        foreach (var name in names.OrderByDescending(span => span.Start))
            text = text.Remove(name.Start, name.Length).Insert(name.Start, LibraryNames.InFull(text.Substring(name.Start, name.Length)));
        return text;
    }

    // Neither a member of something, nor the name of an argument, of a property that is set, or of an alias.
    private static bool MeansType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };
}
