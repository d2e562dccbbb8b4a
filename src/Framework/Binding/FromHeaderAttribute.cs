namespace Framework.Binding;

/// <summary>The parameter comes from a header.</summary>
/// <param name="name">The header's name; by default the parameter's own with hyphens, <c>ifMatch</c> is
/// <c>if-match</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromHeaderAttribute(string? name = null) : Attribute
{
    /// <summary>The header's name; null for the parameter's own.</summary>
    public string? Name { get; } = name;
}
