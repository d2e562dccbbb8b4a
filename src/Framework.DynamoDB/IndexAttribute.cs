namespace Framework.DynamoDB;

/// <summary>A global secondary index with keys composed as by <see cref="PrimaryKeyAttribute"/>, stored in attributes named after
/// it: <c>gsi1pk</c> and <c>gsi1sk</c> for <c>gsi1</c>.</summary>
/// <remarks>An item with null in one of the properties lacks the key, and so is not in the index. The index is queried with
/// the generated method of its name in PascalCase, and is read eventually consistent.</remarks>
/// <param name="name">The index's name, 3 to 255 letters, digits, hyphens, underscores and dots.</param>
/// <param name="partition">The template of the partition key.</param>
/// <param name="sort">The template of the sort key; left out for an index without one.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class IndexAttribute(string name, string partition, string? sort = null) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The template of the partition key.</summary>
    public string Partition { get; } = partition;

    /// <summary>The template of the sort key.</summary>
    public string? Sort { get; } = sort;
}
