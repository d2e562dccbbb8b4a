using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Data;

/// <summary>Which items of a table to read, and from where.</summary>
/// <param name="Partition">The value of the partition key; null for every partition.</param>
/// <param name="Sort">What the sort key begins with, or, for a number, its value; null for every value.</param>
internal sealed record ItemSearch(AttributeValue? Partition, AttributeValue? Sort)
{
    /// <summary>All items, from the first.</summary>
    public static ItemSearch All { get; } = new(null, null);

    /// <summary>The item from which to read; null to read from the first.</summary>
    public ItemKey? Place { get; init; }

    /// <summary>Whether to read the items before <see cref="Place"/>, not those after it.</summary>
    public bool IsBackwards { get; init; }
}
