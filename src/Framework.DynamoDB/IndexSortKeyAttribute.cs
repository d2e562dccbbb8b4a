namespace Framework.DynamoDB;

/// <summary>The sort key of a secondary index on the property's own attribute. Without an
/// <see cref="IndexPartitionKeyAttribute"/> of the same name the index is local: another order of the table's own
/// partitions. An item with null in it is not in the index.</summary>
/// <remarks>A table with a local index holds at most 10 GB a partition
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">local secondary indexes</see>).
/// </remarks>
/// <param name="index">The index's name, 3 to 255 letters, digits, hyphens, underscores and dots.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class IndexSortKeyAttribute(string index) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Index { get; } = index;
}
