namespace Framework.DynamoDB;

/// <summary>Makes a partial record or class the item of a DynamoDB table; its mapping is generated.</summary>
/// <remarks>Attributes are named after the properties in camelCase. A property that is null is an absent attribute.
/// An absent attribute is read as null, else as the default value of the parameter or the value that the property is
/// initialised with, else as an empty collection, else as the type's default where the property is neither a parameter nor
/// required, else the item cannot be read. Conditions and updates take it for the same.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute : Attribute
{
    /// <summary>What the item's <c>_type</c> attribute holds, where it is not the type's name. Named, it is stored with
    /// plain keys as well.</summary>
    public string? Type { get; init; }
}
