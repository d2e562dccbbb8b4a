using System.Text;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Cuts a statement into tokens; the last one is always <see cref="StatementTokenKind.End"/>.</summary>
internal static partial class StatementTokenizer
{
    /// <exception cref="DynamoDBException">The statement has a character that begins no token, or a quote without an end.</exception>
    public static List<StatementToken> Tokenize(string statement)
    {
        var tokens = new List<StatementToken>();
        var position = 0;
        while (position < statement.Length)
        {
            var match = Tokens().Match(statement, position);
            if (!match.Success)
                throw StatementFault.NotWellFormed(statement);
            position += match.Length;
            if (Read(match) is { } token)
                tokens.Add(token);
        }
        tokens.Add(new(StatementTokenKind.End, ""));
        return tokens;
    }

    private static StatementToken? Read(Match match) =>
        match.Groups["space"].Success ? null
        : match.Groups["word"].Success ? new(StatementTokenKind.Word, match.Value)
        : match.Groups["number"].Success ? new(StatementTokenKind.Number, match.Value)
        : match.Groups["text"].Success ? new(StatementTokenKind.Text, Unquote(match.Value, "'"))
        : match.Groups["quoted"].Success ? new(StatementTokenKind.Quoted, Unquote(match.Value, "\""))
        : new(StatementTokenKind.Symbol, match.Value);

    // A text writes each quote that it holds twice.
    private static string Unquote(string text, string quote) =>
        new StringBuilder(text, 1, text.Length - 2, text.Length).Replace(quote + quote, quote).ToString();

    [GeneratedRegex(
        """
        \G(?:(?<space>\s+|--[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)
          |(?<word>[\p{L}_$][\p{L}\p{Nd}_$]*)
          |(?<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
          |(?<text>'(?>(?:[^']|'')*)')
          |(?<quoted>"(?>(?:[^"]|"")*)")
          |(?<symbol><<|>>|<=|>=|<>|!=|[=<>()\[\]{},.:;?*+\-/]))
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}
