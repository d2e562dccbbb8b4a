using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Common;

internal static class Naming
{
    /// <summary>The name in camelCase, as System.Text.Json does it: <c>Id</c> is <c>id</c>, <c>URLPath</c> is
    /// <c>urlPath</c>.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var index = 0; index < letters.Length && char.IsUpper(letters[index]); index++)
        {
            var startsWord = index > 0 && index + 1 < letters.Length && !char.IsUpper(letters[index + 1]);
            if (startsWord)
                break;
            letters[index] = char.ToLowerInvariant(letters[index]);
        }
        return new(letters);
    }

    /// <summary>The name in PascalCase, without what no identifier can hold: <c>by-title</c> is <c>ByTitle</c>.</summary>
    public static string PascalCase(string name) => string.Concat(name
        .Split('-', '.', '_')
        .Where(word => word.Length > 0)
        .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>The name of a local variable or parameter.</summary>
    public static string Local(string property) => Escape(CamelCase(property));

    /// <summary>The name, with an at sign where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
