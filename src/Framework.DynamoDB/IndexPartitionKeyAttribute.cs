namespace Framework.DynamoDB;

/// <summary>The partition key of a global secondary index on the property's own attribute. An item with null in it is not
/// in the index.</summary>
/// <param name="index">The index's name, 3 to 255 letters, digits, hyphens, underscores and dots.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class IndexPartitionKeyAttribute(string index) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Index { get; } = index;
}
