namespace Framework.LocalDynamoDB.Expressions;

internal enum TokenKind
{
    Identifier,
    NamePlaceholder,
    ValuePlaceholder,
    Number,
    Symbol,
    Unknown,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string word) =>
        Kind == TokenKind.Identifier && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
