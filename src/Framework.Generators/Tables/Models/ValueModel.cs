namespace Framework.Generators.Tables.Models;

/// <summary>How a value of one type is written and read.</summary>
/// <param name="Type">The type as it is written in the generated file, with its question mark if it may be null.</param>
/// <param name="Kind">What DynamoDB stores it as.</param>
/// <param name="Writer">The method that gives the stored value.</param>
/// <param name="Reader">The method that reads it.</param>
internal sealed record ValueModel(string Type, ValueKind Kind, string Writer, string Reader)
{
    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The elements of a list, a set or a dictionary.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>The expression that makes the key's value from <c>{0}</c>, with <c>{1}</c> for <c>Partition</c> or
    /// <c>Sort</c>, and <c>{2}</c> for the attribute's name; null for a type that cannot be a key.</summary>
    public string? KeyWriter { get; init; }

    /// <summary>What the value is in the template of a key.</summary>
    public Placeholder Placeholder { get; init; }

    /// <summary>The type without its question mark.</summary>
    public string PresentType => IsNullable ? Type.TrimEnd('?') : Type;

    /// <summary>The name in the names of its methods, of a type that is stored as a map of its own.</summary>
    public string? Shape { get; init; }

    /// <summary>What an absent attribute is read as, for a collection.</summary>
    public string? Empty { get; init; }

    /// <summary>Whether a value of the type other than null is stored as an absent attribute.</summary>
    public bool CanBeAbsent => Kind is ValueKind.Set or ValueKind.Json;

    /// <summary>Whether the type has values that cannot be stored. Its writer then takes the attribute's name, to report
    /// them.</summary>
    public bool CanFail { get; init; }

    /// <summary>The expression that writes a value that is not null.</summary>
    /// <param name="value">The expression of the value.</param>
    /// <param name="attribute">The attribute's name as a literal.</param>
    public string Write(string value, string attribute) => (CanFail, HoldsFailing) switch
    {
        (true, _) => $"{Writer}({value}, {attribute})",
        (_, true) => $"StoredAttributes.Named({attribute}, {value}, static value => {Write("value")})",
        _ => Write(value),
    };

    private bool HoldsFailing => Element is { } element && (element.CanFail || element.HoldsFailing);

    /// <summary>The expression that writes a value that is not null.</summary>
    public string Write(string value) => Element is null ? $"{Writer}({value})" : $"{Writer}({value}, {Element.WriteFunction})";

    /// <summary>The expression that reads a value that is not null.</summary>
    public string Read(string stored) => Element switch
    {
        null => $"{Reader}({stored})",
        // A list reads as List<T>, which must be cast to its interface where it is an element of another collection.
        { Element: not null } => $"{Reader}<{Element.Type}>({stored}, {Element.ReadFunction})",
        _ => $"{Reader}({stored}, {Element.ReadFunction})",
    };

    /// <summary>A function from an element to its stored value.</summary>
    private string WriteFunction => (IsNullable, Element) switch
    {
        (true, _) => $"static element => element is {{ }} present ? {Write("present")} : new AttributeValue {{ NULL = true }}",
        (_, null) => Writer,
        _ => $"static element => {Write("element")}",
    };

    /// <summary>A function from a stored element to its value.</summary>
    private string ReadFunction => (IsNullable, Element) switch
    {
        (true, _) => $"static element => element.IsNull ? ({Type})null : {Read("element")}",
        (_, null) => Reader,
        _ => $"static element => {Read("element")}",
    };

    /// <summary>A function from a value, which may be null, to its stored value or null.</summary>
    public string PathFunction => (IsNullable, Element) switch
    {
        (true, _) => $"static value => value is {{ }} present ? {Write("present")} : null",
        (_, null) => Writer,
        _ => $"static value => {Write("value")}",
    };

    /// <summary>A function from an element to its stored value, for the path of a collection.</summary>
    public string ElementFunction => Element!.WriteFunction;
}
