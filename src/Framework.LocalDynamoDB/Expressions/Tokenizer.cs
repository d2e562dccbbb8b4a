namespace Framework.LocalDynamoDB.Expressions;

/// <summary>Cuts an expression into tokens; the last one is always <see cref="TokenKind.End"/>.</summary>
internal static class Tokenizer
{
    public static List<Token> Tokenize(string source)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < source.Length && source[position] is ' ' or '\t' or '\r' or '\n')
                position++;
            if (position == source.Length)
            {
                tokens.Add(new(TokenKind.End, "", position));
                return tokens;
            }

            var token = Next(source, position);
            tokens.Add(token);
            position = token.End;
        }
    }

    private static Token Next(string source, int start)
    {
        var c = source[start];
        if (IsIdentifierStart(c))
            return new(TokenKind.Identifier, Run(source, start, start + 1, IsIdentifierPart), start);
        if (char.IsAsciiDigit(c))
            return new(TokenKind.Number, c == '0' ? "0" : Run(source, start, start + 1, char.IsAsciiDigit), start);
        if (c == '#')
            return new(TokenKind.NamePlaceholder, Run(source, start, start + 1, IsIdentifierPart), start);
        if (c == ':')
            return new(TokenKind.ValuePlaceholder, Run(source, start, start + 1, IsIdentifierPart), start);
        var two = source.AsSpan(start, Math.Min(2, source.Length - start));
        if (two is "<=" or ">=" or "<>")
            return new(TokenKind.Symbol, two.ToString(), start);
        var kind = "=<>()[],.+-".Contains(c, StringComparison.Ordinal) ? TokenKind.Symbol : TokenKind.Unknown;
        return new(kind, c.ToString(), start);
    }

    private static string Run(string source, int start, int end, Func<char, bool> belongs)
    {
        while (end < source.Length && belongs(source[end]))
            end++;
        return source[start..end];
    }

    private static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c);

    private static bool IsIdentifierPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
