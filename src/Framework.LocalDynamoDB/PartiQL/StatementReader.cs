using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads a statement of the service's PartiQL (developer guide, "PartiQL for DynamoDB reference").</summary>
internal sealed class StatementReader
{
    private readonly TokenReader _tokens;
    private readonly ValueReader _values;

    private StatementReader(string statement, IReadOnlyList<AttributeValue> parameters)
    {
        _tokens = new(statement);
        _values = new(_tokens, parameters);
    }

    /// <exception cref="DynamoDBException">The text is not a statement, or the number of parameters is not that of the
    /// question marks.</exception>
    public static Statement Read(string text, IReadOnlyList<AttributeValue> parameters)
    {
        try
        {
            var reader = new StatementReader(text, parameters);
            var statement = reader.Read();
            reader._tokens.ExpectEnd();
            reader._values.ExpectAllUsed();
            return statement;
        }
        catch (ExpressionException exception)
        {
            throw DynamoDBException.Validation(exception.Message);
        }
    }

    private Statement Read() =>
        _tokens.TryTakeWords("SELECT") ? ReadSelect()
        : _tokens.TryTakeWords("INSERT", "INTO") ? ReadInsert()
        : _tokens.TryTakeWords("UPDATE") ? ReadUpdate()
        : _tokens.TryTakeWords("DELETE", "FROM") ? ReadDelete()
        : _tokens.TryTakeWords("EXISTS") ? ReadExists()
        : throw _tokens.NotWellFormed();

    private SelectStatement ReadSelect()
    {
        if (_tokens.Current.IsWord("DISTINCT"))
            throw DynamoDBException.Validation("Unsupported token in expression: DISTINCT");
        if (_tokens.Current.IsWord("VALUE") || _tokens.Current.IsWord("PIVOT"))
            throw DynamoDBException.Validation("Select projection doesn't support value or pivot keywords");
        var projection = _tokens.TryTake("*") ? null : _tokens.List(ReadProjected);
        if (projection is not null)
            SelectedItem.Check(projection);
        _tokens.ExpectWords("FROM");
        if (_tokens.Current.Is("("))
            throw DynamoDBException.Validation("Unexpected from source");
        var table = _tokens.TakeName();
        var index = _tokens.TryTake(".") ? _tokens.TakeName() : null;
        RefuseMore();
        var where = ReadWhere();
        var order = _tokens.TryTakeWords("ORDER", "BY") ? _tokens.List(ReadSortTerm) : [];
        if (_tokens.Current.IsWord("LIMIT") || _tokens.Current.IsWord("GROUP"))
            throw DynamoDBException.Validation($"Unsupported clause: {(_tokens.Current.IsWord("LIMIT") ? "LIMIT" : "GROUP BY")}");
        return new(table, index, projection, where, order);
    }

    private DocumentPath ReadProjected()
    {
        var isGrouped = _tokens.TryTake("(");
        if (_tokens.Current.Kind is StatementTokenKind.Text or StatementTokenKind.Number || _tokens.Next.Is("("))
            throw DynamoDBException.Validation("Unexpected path component");
        var path = new OperandReader(_tokens, _values, []).ReadPath();
        if (isGrouped)
            _tokens.Expect(")");
        if (_tokens.Current.IsWord("AS"))
            throw DynamoDBException.Validation("Aliasing is not supported");
        return _tokens.Current.Is("+") || _tokens.Current.Is("-")
            ? throw DynamoDBException.Validation("Unexpected path component")
            : path;
    }

    private void RefuseMore()
    {
        if (_tokens.Current.Is(","))
            throw DynamoDBException.Validation("Only select from a single table or index is supported.");
        if (_tokens.Current.IsWord("AS") || (_tokens.Current.Kind is StatementTokenKind.Word or StatementTokenKind.Quoted
            && !StatementKeywords.Contains(_tokens.Current.Text)))
            throw DynamoDBException.Validation("Aliasing is not supported");
    }

    private SortTerm ReadSortTerm()
    {
        var name = _tokens.TakeName();
        var isDescending = _tokens.TryTakeWords("DESC");
        if (!isDescending)
            _tokens.TryTakeWords("ASC");
        return new(name, isDescending);
    }

    private ExistsStatement ReadExists()
    {
        _tokens.Expect("(");
        _tokens.ExpectWords("SELECT");
        var select = ReadSelect();
        _tokens.Expect(")");
        return new(select);
    }

    private InsertStatement ReadInsert()
    {
        var table = ReadWrittenTable("FROM clause may only contain a single table name in data manipulation statements");
        _tokens.ExpectWords("VALUE");
        if (!_tokens.Current.Is("{"))
            throw DynamoDBException.Validation("Unsupported format in item expression. "
                + "Please use struct format {...} to express item values for insert statement.");
        var item = _values.ReadItem();
        return _tokens.Current.IsWord("RETURNING")
            ? throw DynamoDBException.Validation("RETURNING is not supported in INSERT")
            : new(table, item);
    }

    private UpdateStatement ReadUpdate()
    {
        var table = ReadWrittenTable("This operation is not supported on an index");
        var actions = new ChangeReader(_tokens, _values).Read();
        return new(table, actions, ReadWhere(), ReadReturning());
    }

    private DeleteStatement ReadDelete()
    {
        var table = ReadWrittenTable("This operation is not supported on an index");
        var where = ReadWhere();
        var returning = ReadReturning();
        return returning is null or "ALL_OLD"
            ? new(table, where, returning is not null)
            : throw DynamoDBException.Validation($"Invalid returning clause: RETURNING {returning.Replace("UPDATED", "MODIFIED", StringComparison.Ordinal).Replace('_', ' ')} *. "
                + "Only RETURNING ALL OLD * is allowed in DELETE statements.");
    }

    private string ReadWrittenTable(string refusal)
    {
        var table = _tokens.TakeName();
        return _tokens.Current.Is(".") ? throw DynamoDBException.Validation(refusal) : table;
    }

    private Condition? ReadWhere() => _tokens.TryTakeWords("WHERE") ? new WhereReader(_tokens, _values).Read() : null;

    // The names of ReturnValues: UPDATED there is MODIFIED here.
    private string? ReadReturning()
    {
        if (!_tokens.TryTakeWords("RETURNING"))
            return null;
        var which = _tokens.TryTakeWords("ALL") ? "ALL" : "UPDATED";
        if (which == "UPDATED")
            _tokens.ExpectWords("MODIFIED");
        var time = _tokens.TryTakeWords("OLD") ? "OLD" : "NEW";
        if (time == "NEW")
            _tokens.ExpectWords("NEW");
        _tokens.Expect("*");
        return $"{which}_{time}";
    }
}
