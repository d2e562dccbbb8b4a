namespace Framework.Binding;

/// <summary>The parameter comes from the query string: a record, each of whose constructor's parameters is a value of the query,
/// or one value under another name. Without the attribute a simple parameter comes from there too.</summary>
/// <param name="name">The value's name; by default the parameter's own, in camelCase in a record.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromQueryAttribute(string? name = null) : Attribute
{
    /// <summary>The value's name; null for the parameter's own.</summary>
    public string? Name { get; } = name;
}
