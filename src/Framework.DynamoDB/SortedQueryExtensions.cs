namespace Framework.DynamoDB;

/// <summary>Conditions that only a sort key of text can have.</summary>
public static class SortedQueryExtensions
{
    /// <summary>The sort key begins with the prefix; an empty prefix adds no condition.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <exception cref="Errors.InvalidKeyException">The prefix is longer than 1,024 bytes.</exception>
    public static Query<T> StartsWith<T>(this SortedQuery<T, string> query, string prefix)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(prefix);
        return query.WithSort(prefix.Length == 0 ? null : new("begins_with", KeyValue.Sort(prefix)));
    }

    /// <summary>The last part of the sort key begins with the text; an empty text adds no condition.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <exception cref="Errors.InvalidKeyException">The key would be longer than 1,024 bytes.</exception>
    public static Query<T> StartsWith<T>(this PrefixedQuery<T, string> query, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? query.Whole() : query.WithSort(new("begins_with", query.Write(text)));
    }
}
