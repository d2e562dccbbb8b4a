using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Endpoints.Models;

/// <summary>Reads route templates, by the same rules as the router does when it runs.</summary>
internal static class RouteTemplateText
{
    private const string Marks = "-._~!$&'()*+,;=:@";

    /// <summary>The error in a template and its fix; null where the template is right.</summary>
    public static string? Problem(string template)
    {
        if (!template.StartsWith("/", StringComparison.Ordinal))
            return "it must begin with '/'";
        if (template == "/")
            return null;
        var segments = template.Substring(1).Split('/');
        if (segments.Any(segment => segment.Length == 0))
            return "it has an empty segment; a route has no '//' and no '/' at its end";
        if (segments.Take(segments.Length - 1).Any(IsCatchAll))
            return "a catch-all such as {path+} must be the last segment";
        if (segments.FirstOrDefault(segment => !IsLiteral(segment) && !IsName(segment)) is { } wrong)
            return $"'{wrong}' must be a literal or one whole {{name}}";
        if (segments.FirstOrDefault(segment => segment is "." or ".." || (IsLiteral(segment) && !segment.All(IsOfPath))) is { } unsendable)
            return $"'{unsendable}' must be letters, digits and any of {Marks}, and neither '.' nor '..'; what a query holds is a parameter";
        if (Names(template).FirstOrDefault(name => !SyntaxFacts.IsValidIdentifier(name)) is { } foreign)
            return $"'{foreign}' must be the name of a parameter; its type says what it takes, and only a last {{path+}} takes several segments";
        var names = Names(template);
        return names.Count == names.Distinct().Count() ? null : "it names a parameter twice";
    }

    /// <summary>A template behind a prefix, which may be empty.</summary>
    public static string Join(string prefix, string template) => prefix.Length > 0 && template == "/" ? prefix : prefix + template;

    /// <summary>The names in a template.</summary>
    public static IReadOnlyList<string> Names(string template) =>
        [.. template.Split('/').Where(IsName).Select(segment => segment.Trim('{', '}', '+'))];

    /// <summary>The template without its names.</summary>
    public static string Shape(string template) => string.Join(
        "/", template.Split('/').Select(segment => IsCatchAll(segment) ? "{+}" : IsName(segment) ? "{}" : segment));

    // RFC 3986, section 3.3, decoded: a space or a quote would have to be escaped, which gateways compare in their own ways.
    private static bool IsOfPath(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark
        || Marks.IndexOf(letter) >= 0;

    private static bool IsLiteral(string segment) => segment.IndexOfAny(['{', '}']) < 0;

    private static bool IsCatchAll(string segment) => IsName(segment) && segment.EndsWith("+}", StringComparison.Ordinal);

    private static bool IsName(string segment)
    {
        if (segment.Length < 3 || segment[0] != '{' || segment[segment.Length - 1] != '}')
            return false;
        var name = segment.Substring(1, segment.Length - 2);
        if (name.EndsWith("+", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - 1);
        return name.Length > 0 && name.IndexOfAny(['{', '}', '+']) < 0;
    }
}
