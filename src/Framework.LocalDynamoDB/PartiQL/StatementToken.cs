namespace Framework.LocalDynamoDB.PartiQL;

internal enum StatementTokenKind
{
    /// <summary>A word without quotes: a keyword, a function or a name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    Quoted,

    /// <summary>A string in single quotes.</summary>
    Text,
    Number,
    Symbol,
    End,
}

/// <param name="Kind">What the token is.</param>
/// <param name="Text">The word, the symbol, or the text between the quotes.</param>
internal readonly record struct StatementToken(StatementTokenKind Kind, string Text)
{
    public bool Is(string symbol) => Kind == StatementTokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == StatementTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
