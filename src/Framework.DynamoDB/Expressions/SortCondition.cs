namespace Framework.DynamoDB.Expressions;

/// <summary>Which sort keys of a partition a query reads.</summary>
/// <param name="Operator">A comparison, <c>BETWEEN</c> or <c>begins_with</c>.</param>
/// <param name="First">The value, or the lower of two.</param>
/// <param name="Last">The upper of two.</param>
internal sealed record SortCondition(string Operator, KeyValue First, KeyValue? Last = null)
{
    /// <summary>Whether no key can meet it, because the bounds are in the wrong order. DynamoDB refuses such a
    /// condition.</summary>
    public bool IsNever => Last is { } last && KeyOrder.Compare(First, last) > 0;

    public string Write(ExpressionWriter writer, string sortKey)
    {
        var name = writer.Name(sortKey);
        var first = writer.Value(First.ToAttributeValue());
        return Operator switch
        {
            "begins_with" => $"begins_with({name}, {first})",
            "BETWEEN" => $"{name} BETWEEN {first} AND {writer.Value(Last!.Value.ToAttributeValue())}",
            _ => $"{name} {Operator} {first}",
        };
    }
}
