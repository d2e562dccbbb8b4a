using System.Text.RegularExpressions;

namespace Framework.Package.Tests.Readmes;

/// <summary>A block of code in a README.</summary>
/// <param name="Language">What its fence names: <c>csharp</c>, <c>xml</c>.</param>
/// <param name="Text">The code.</param>
/// <param name="Line">The line of the README that it begins in.</param>
internal sealed partial record CodeBlock(string Language, string Text, int Line)
{
    /// <summary>Whether it is a whole project file.</summary>
    public bool IsProject => Text.StartsWith("<Project ", StringComparison.Ordinal);

    /// <summary>Finds the blocks of a README, in their order.</summary>
    public static IReadOnlyList<CodeBlock> In(string readme)
    {
        var markdown = File.ReadAllText(readme);
        return
        [
            .. Fenced().Matches(markdown).Select(match => new CodeBlock(
                match.Groups["language"].Value,
                match.Groups["text"].Value,
                markdown.AsSpan(0, match.Groups["text"].Index).Count('\n') + 1)),
        ];
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
