namespace Framework.DynamoDB;

/// <summary>A query of one partition that can narrow the sort key. Narrowing it again replaces the earlier
/// range.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TSort">The sort key.</typeparam>
/// <param name="partition">The partition key's value.</param>
/// <param name="write">Gives a sort key as DynamoDB stores it.</param>
/// <param name="index">The secondary index to query; null for the table.</param>
public sealed class SortedQuery<T, TSort>(KeyValue partition, Func<TSort, KeyValue> write, string? index = null)
    : Query<T>(partition, index: index)
{
    /// <summary>The sort key is the value.</summary>
    public Query<T> EqualTo(TSort value) => WithSort(new("=", write(value)));

    /// <summary>The sort key is less than the value.</summary>
    public Query<T> LessThan(TSort value) => WithSort(new("<", write(value)));

    /// <summary>The sort key is the value or less.</summary>
    public Query<T> AtMost(TSort value) => WithSort(new("<=", write(value)));

    /// <summary>The sort key is greater than the value.</summary>
    public Query<T> GreaterThan(TSort value) => WithSort(new(">", write(value)));

    /// <summary>The sort key is the value or greater.</summary>
    public Query<T> AtLeast(TSort value) => WithSort(new(">=", write(value)));

    /// <summary>The sort key lies between the two or is one of them; nothing does where the first is the
    /// greater.</summary>
    public Query<T> Between(TSort low, TSort high) => WithSort(new("BETWEEN", write(low), write(high)));
}
