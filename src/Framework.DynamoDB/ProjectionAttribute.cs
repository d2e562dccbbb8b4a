namespace Framework.DynamoDB;

/// <summary>Makes a partial record or class a view of an item: some of its properties, by the same names and types. Reading
/// it fetches no other attributes, though DynamoDB bills the whole item.</summary>
/// <param name="item">The item, a type with <see cref="TableAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProjectionAttribute(Type item) : Attribute
{
    /// <summary>The item.</summary>
    public Type Item { get; } = item;
}
