namespace Framework.DynamoDB;

/// <summary>What only a sort key of text can be asked.</summary>
public static class SortedQueryExtensions
{
    /// <summary>The sort key begins with the prefix.</summary>
    /// <typeparam name="T">The item.</typeparam>
    public static Query<T> StartsWith<T>(this SortedQuery<T, string> query, string prefix)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.WithSort(new("begins_with", KeyValue.Of(prefix)));
    }
}
