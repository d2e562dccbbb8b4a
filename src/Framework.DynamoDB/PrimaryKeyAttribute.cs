namespace Framework.DynamoDB;

/// <summary>Composes the item's keys from its properties, so that several types share one table:
/// <c>[PrimaryKey("USER#{OwnerId}", "TODO#{Id}")]</c>.</summary>
/// <remarks>A placeholder is a property's name in braces: text, a <see cref="Guid"/>, an enum by name, a date or time, or
/// an integer, which takes a format such as <c>{Number:D8}</c> to sort by value. The properties are stored as attributes
/// of their own as well, and the type's name as <c>_type</c>, by which reads of the type find its items
/// among others.</remarks>
/// <param name="partition">The template of the partition key.</param>
/// <param name="sort">The template of the sort key; left out for a table without one.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PrimaryKeyAttribute(string partition, string? sort = null) : Attribute
{
    /// <summary>The template of the partition key.</summary>
    public string Partition { get; } = partition;

    /// <summary>The template of the sort key.</summary>
    public string? Sort { get; } = sort;

    /// <summary>The attribute that holds the partition key.</summary>
    public string PartitionName { get; init; } = "pk";

    /// <summary>The attribute that holds the sort key.</summary>
    public string SortName { get; init; } = "sk";
}
