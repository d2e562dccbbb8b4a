namespace Framework.Generators.Tables.Models;

/// <summary>One stored property.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Value">How its value is written and read.</param>
/// <param name="Role">What it means to the table.</param>
/// <param name="Parameter">The constructor's parameter that sets it; null where an initializer does.</param>
/// <param name="Default">The expression that an absent attribute is read as; null where it must be there.</param>
/// <remarks>An absent attribute is read as this value everywhere, in conditions and updates too.</remarks>
internal sealed record MemberModel(
    string Property, string Attribute, ValueModel Value, MemberRole Role, string? Parameter, string? Default)
{
    /// <summary>Whether no two items have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>What the property's own attribute is to a secondary index, where that limits what it can hold:
    /// <c>Partition</c> or <c>Sort</c>.</summary>
    public string? KeyMethod { get; init; }

    /// <summary>Whether the default is stored as a value, and not as an absent attribute.</summary>
    public bool IsDefaultStored { get; init; }

    /// <summary>The minimum of characters, bytes or elements.</summary>
    public int MinLength { get; init; }

    /// <summary>The expression that writes a value that is not null.</summary>
    public string Write(string value) => KeyMethod is null
        ? Value.Write(value, Literal)
        : string.Format(Value.KeyWriter, value, KeyMethod, Literal) + ".ToAttributeValue()";

    /// <summary>A function from a value, which may be null, to its stored value or null.</summary>
    public string PathFunction
    {
        get
        {
            var local = Naming.Local(Property);
            return (KeyMethod, Value.IsNullable) switch
            {
                (null, _) => Value.PathFunction,
                (_, true) => $"static value => value is {{ }} {local} ? {Write(local)} : null",
                _ => $"static {local} => {Write(local)}",
            };
        }
    }

    /// <summary>The attribute's name as a literal.</summary>
    public string Literal => Literals.Quoted(Attribute);
}
