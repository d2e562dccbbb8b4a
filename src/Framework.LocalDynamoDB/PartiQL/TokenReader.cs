using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Goes through the tokens of a statement.</summary>
internal sealed class TokenReader(string statement)
{
    // Deeper than any document: parentheses and values are read by recursion.
    private const int MaxDepth = 64;

    private readonly List<StatementToken> _tokens = StatementTokenizer.Tokenize(statement);
    private int _position;
    private int _depth;

    public StatementToken Current => _tokens[_position];

    public StatementToken Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    public StatementToken Take() => _tokens[_position++];

    public bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _position++;
        return true;
    }

    /// <summary>Takes the words if they all follow, else none of them.</summary>
    public bool TryTakeWords(params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (_position + index >= _tokens.Count || !_tokens[_position + index].IsWord(words[index]))
                return false;
        }
        _position += words.Length;
        return true;
    }

    public void Expect(string symbol)
    {
        if (!TryTake(symbol))
            throw NotWellFormed();
    }

    public void ExpectWords(params ReadOnlySpan<string> words)
    {
        if (!TryTakeWords(words))
            throw NotWellFormed();
    }

    public void ExpectEnd()
    {
        TryTake(";");
        if (Current.Kind != StatementTokenKind.End)
            throw NotWellFormed();
    }

    /// <summary>A name: of a table, an index, an attribute.</summary>
    public string TakeName() => Current.Kind switch
    {
        StatementTokenKind.Quoted => Take().Text,
        StatementTokenKind.Word when !StatementKeywords.Contains(Current.Text) => Take().Text,
        _ => throw NotWellFormed(),
    };

    public List<T> List<T>(Func<T> read)
    {
        var elements = new List<T>();
        do
            elements.Add(read());
        while (TryTake(","));
        return elements;
    }

    /// <summary>Reads a part that may contain itself, and limits the depth.</summary>
    public T Within<T>(Func<T> read)
    {
        if (++_depth > MaxDepth)
            throw DynamoDBException.Validation("The statement is nested too deep.");
        var value = read();
        _depth--;
        return value;
    }

    public DynamoDBException NotWellFormed() => StatementFault.NotWellFormed(statement);
}
