using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>The part of a WHERE clause that is about the key.</summary>
internal static class WhereKey
{
    /// <summary>The one key that the clause names with equality, and the rest of the clause; null where it names none.</summary>
    /// <exception cref="DynamoDBException">A key attribute is compared with a value of another type.</exception>
    public static (Item Key, Condition? Other)? Find(KeySchema schema, Condition? where)
    {
        var key = new Item();
        Condition? rest = null;
        foreach (var condition in Terms(where))
        {
            if (Equality(condition) is { } equality && schema.Attributes.Any(attribute => attribute.Name == equality.Name)
                && !key.ContainsKey(equality.Name))
                key[equality.Name] = equality.Value;
            else
                rest = rest is null ? condition : new AndCondition(rest, condition);
        }
        if (schema.Attributes.Any(attribute => !key.ContainsKey(attribute.Name)))
            return null;
        foreach (var attribute in schema.Attributes)
            CheckType(attribute, key[attribute.Name]);
        return (key, rest);
    }

    /// <summary>The values that the clause allows for the partition key, in its order; null where it allows all.</summary>
    public static IReadOnlyList<AttributeValue>? Partitions(KeyAttribute hash, Condition? where)
    {
        var values = Values(hash.Name, where);
        foreach (var value in values ?? [])
            CheckType(hash, value);
        return values;
    }

    /// <summary>The conditions on the sort key that a query can use; null for none.</summary>
    public static AttributeCondition? Sort(KeyAttribute range, Condition? where)
    {
        var found = Terms(where).Select(condition => OfSort(range.Name, condition)).FirstOrDefault(condition => condition is not null);
        foreach (var value in found?.Values ?? [])
            CheckType(range, value);
        return found;
    }

    private static IEnumerable<Condition> Terms(Condition? where) => where switch
    {
        null => [],
        AndCondition and => Terms(and.Left).Concat(Terms(and.Right)),
        _ => [where],
    };

    private static IReadOnlyList<AttributeValue>? Values(string name, Condition? where) => where switch
    {
        AndCondition and => Values(name, and.Left) ?? Values(name, and.Right),
        OrCondition or => Values(name, or.Left) is { } left && Values(name, or.Right) is { } right ? [.. left.Union(right)] : null,
        InCondition { Value: PathOperand path } membership when IsOf(path, name)
            && membership.Candidates.All(candidate => candidate is ConstantOperand) =>
            [.. membership.Candidates.Cast<ConstantOperand>().Select(candidate => candidate.Value).Distinct()],
        Comparison when Equality(where) is { } equality && equality.Name == name => [equality.Value],
        _ => null,
    };

    private static (string Name, AttributeValue Value)? Equality(Condition condition) => condition switch
    {
        Comparison { Operator: "=", Left: PathOperand { Path.IsNested: false } path, Right: ConstantOperand value } => (path.Path.Head, value.Value),
        Comparison { Operator: "=", Left: ConstantOperand value, Right: PathOperand { Path.IsNested: false } path } => (path.Path.Head, value.Value),
        _ => null,
    };

    private static AttributeCondition? OfSort(string name, Condition condition) => condition switch
    {
        Comparison { Left: PathOperand path, Right: ConstantOperand value } comparison when IsOf(path, name) =>
            Named(comparison.Operator) is { } comparator ? new(comparator, [value.Value]) : null,
        BetweenCondition { Value: PathOperand path, Lower: ConstantOperand lower, Upper: ConstantOperand upper } when IsOf(path, name) =>
            new("BETWEEN", [lower.Value, upper.Value]),
        FunctionCondition { Function: { Name: "begins_with", Arguments: [PathOperand path, ConstantOperand prefix] } } when IsOf(path, name) =>
            new("BEGINS_WITH", [prefix.Value]),
        _ => null,
    };

    private static string? Named(string comparator) => comparator switch
    {
        "=" => "EQ",
        "<" => "LT",
        "<=" => "LE",
        ">" => "GT",
        ">=" => "GE",
        _ => null,
    };

    private static bool IsOf(PathOperand operand, string name) => !operand.Path.IsNested && operand.Path.Head == name;

    private static void CheckType(KeyAttribute attribute, AttributeValue value)
    {
        if (value.Type != attribute.Type)
            throw StatementFault.KeyType(attribute.Name);
    }
}
