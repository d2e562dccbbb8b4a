namespace Framework.DynamoDB;

/// <summary>Names one type that an item, or a value in an item, may be of. Which one it is, is stored as
/// <c>_type</c>.</summary>
/// <param name="type">The type: one that derives from the type that has the attribute, or that type itself.</param>
/// <param name="discriminator">The text by which it is stored.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class DerivedTypeAttribute(Type type, string discriminator) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;

    /// <summary>The text by which it is stored.</summary>
    public string Discriminator { get; } = discriminator;
}
