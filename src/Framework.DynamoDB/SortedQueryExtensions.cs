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

    /// <summary>The last part of the sort key begins with the text.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <exception cref="Errors.InvalidKeyException">The text is empty.</exception>
    public static Query<T> StartsWith<T>(this PrefixedQuery<T, string> query, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.WithSort(new("begins_with", query.Write(text)));
    }
}
