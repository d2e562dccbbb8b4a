namespace Framework.DynamoDB;

/// <summary>Stores a property, or all values of a type, by the author's own code.</summary>
/// <param name="converter">A type with <see cref="IAttributeConverter{TValue}"/> of the property's type.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct
        | AttributeTargets.Enum | AttributeTargets.Interface,
    Inherited = false)]
public sealed class ConverterAttribute(Type converter) : Attribute
{
    /// <summary>The converter.</summary>
    public Type Converter { get; } = converter;
}
