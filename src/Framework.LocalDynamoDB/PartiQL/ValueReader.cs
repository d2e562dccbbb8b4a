using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads values of a statement: literals, and the parameters that its question marks stand for.</summary>
internal sealed class ValueReader(TokenReader tokens, IReadOnlyList<AttributeValue> parameters)
{
    private int _used;
    private int _depth;

    /// <exception cref="DynamoDBException">There are more parameters than question marks.</exception>
    public void ExpectAllUsed()
    {
        if (_used < parameters.Count)
            throw DynamoDBException.Validation(StatementFault.NoParameter);
    }

    public AttributeValue? TryRead()
    {
        var token = tokens.Current;
        return token.Kind switch
        {
            StatementTokenKind.Text => new StringValue(tokens.Take().Text),
            StatementTokenKind.Number => Number(tokens.Take().Text),
            StatementTokenKind.Symbol when token.Text == "-" && tokens.Next.Kind == StatementTokenKind.Number => Negative(),
            StatementTokenKind.Symbol => OfSymbol(token.Text),
            _ when tokens.TryTakeWords("TRUE") => new BooleanValue(true),
            _ when tokens.TryTakeWords("FALSE") => new BooleanValue(false),
            _ when tokens.TryTakeWords("NULL") => NullValue.Instance,
            _ => null,
        };
    }

    public AttributeValue Read() => TryRead() ?? throw tokens.NotWellFormed();

    /// <summary>Reads <c>{'name': value}</c>.</summary>
    public Item ReadItem()
    {
        var item = new Item();
        tokens.Expect("{");
        if (tokens.TryTake("}"))
            return item;
        do
        {
            if (tokens.Current.Kind != StatementTokenKind.Text)
                throw DynamoDBException.Validation("Tuple keys must be of type String.");
            var name = tokens.Take().Text;
            tokens.Expect(":");
            if (!item.TryAdd(name, Read()))
                throw DynamoDBException.Validation($"Duplicate keys in tuple. Key: {name}");
        }
        while (tokens.TryTake(","));
        tokens.Expect("}");
        return item;
    }

    private AttributeValue? OfSymbol(string symbol)
    {
        if (symbol == "?")
        {
            tokens.Take();
            return _used < parameters.Count ? parameters[_used++] : throw DynamoDBException.Validation(StatementFault.NoParameter);
        }
        if (++_depth > AttributeValueParser.MaxDepth)
            throw DynamoDBException.Validation(AttributeValueParser.TooDeep);
        var value = Holding(symbol);
        _depth--;
        return value;
    }

    private AttributeValue? Holding(string symbol)
    {
        switch (symbol)
        {
            case "{":
                return new MapValue(ReadItem());
            case "[":
                tokens.Take();
                return new ListValue(tokens.TryTake("]") ? [] : End("]", tokens.List(Read)));
            case "<<":
                tokens.Take();
                return tokens.TryTake(">>")
                    ? throw DynamoDBException.Validation("Empty bags are not supported")
                    : SetOf(End(">>", tokens.List(Read)));
            default:
                return null;
        }
    }

    private List<AttributeValue> End(string symbol, List<AttributeValue> values)
    {
        tokens.Expect(symbol);
        return values;
    }

    private static SetValue SetOf(List<AttributeValue> members)
    {
        AttributeType? type = members[0].Type switch
        {
            AttributeType.S => AttributeType.SS,
            AttributeType.N => AttributeType.NS,
            AttributeType.B => AttributeType.BS,
            _ => null,
        };
        if (type is null || members.Any(member => member.Type != members[0].Type))
            throw DynamoDBException.Validation(
                "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
        return new HashSet<AttributeValue>(members).Count == members.Count
            ? new(type.Value, members)
            : throw DynamoDBException.Validation("Input collection contains duplicates");
    }

    private AttributeValue Negative()
    {
        tokens.Take();
        return Number("-" + tokens.Take().Text);
    }

    private static AttributeValue Number(string text) =>
        AttributeValueParser.ParseNumber(text, out var value) is { } fault ? throw DynamoDBException.Validation(fault) : value;
}
