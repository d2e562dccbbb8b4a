using Framework.DynamoDB.Expressions;

namespace Framework.DynamoDB;

/// <summary>A query of one partition, in the order of the sort key. Each method gives a new query.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="partition">The partition key's value.</param>
/// <param name="prefix">What the sort keys begin with; null for all.</param>
/// <param name="index">The secondary index to query; null for the table.</param>
public class Query<T>(KeyValue partition, KeyValue? prefix = null, string? index = null)
{
    internal KeyValue Partition { get; } = partition;

    internal string? Index { get; } = index;

    internal SortCondition? Sort { get; private set; } =
        prefix is { } beginning ? new SortCondition("begins_with", beginning) : null;

    internal Condition<T>? Filter { get; private set; }

    internal bool IsDescending { get; private set; }

    internal ReadConsistency Consistency { get; private set; } = ReadConsistency.Strong;

    internal int? Limit { get; private set; }

    /// <summary>Keeps only items for which this condition holds as well as those named before.</summary>
    /// <remarks>DynamoDB reads, and bills, the items that a filter drops.</remarks>
    public Query<T> Where(Condition<T> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(query => query.Filter = Filter?.And(condition) ?? condition);
    }

    /// <summary>Reads from the greatest sort key down.</summary>
    public Query<T> Descending() => With(query => query.IsDescending = true);

    /// <summary>Reads at half the price. The result may lack writes of the last second, as a global index always may.</summary>
    public Query<T> EventuallyConsistent() => With(query => query.Consistency = ReadConsistency.Eventual);

    /// <summary>Ends after so many items.</summary>
    /// <param name="limit">How many, 1 or more.</param>
    public Query<T> Take(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return With(query => query.Limit = limit);
    }

    internal Query<T> WithSort(SortCondition? sort) => With(query => query.Sort = sort);

    private Query<T> With(Action<Query<T>> change)
    {
        var query = (Query<T>)MemberwiseClone();
        change(query);
        return query;
    }
}
