namespace Framework.DynamoDB;

/// <summary>Names the attribute that a property is stored in, where camelCase of its name is not it.</summary>
/// <param name="name">The attribute's name, 1 to 255 characters.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AttributeNameAttribute(string name) : Attribute
{
    /// <summary>The attribute's name.</summary>
    public string Name { get; } = name;
}
