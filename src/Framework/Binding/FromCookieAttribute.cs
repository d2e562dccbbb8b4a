namespace Framework.Binding;

/// <summary>The parameter comes from a cookie.</summary>
/// <param name="name">The cookie's name, with its case; by default the parameter's own.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromCookieAttribute(string? name = null) : Attribute
{
    /// <summary>The cookie's name; null for the parameter's own.</summary>
    public string? Name { get; } = name;
}
