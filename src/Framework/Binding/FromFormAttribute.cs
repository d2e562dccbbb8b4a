namespace Framework.Binding;

/// <summary>The record comes from a form, <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>: each parameter
/// of its constructor is a field, or a <see cref="Http.FormFile"/>. On such a parameter it gives the field another name.</summary>
/// <param name="name">The field's name; by default the parameter's own in camelCase.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromFormAttribute(string? name = null) : Attribute
{
    /// <summary>The field's name; null for the parameter's own.</summary>
    public string? Name { get; } = name;
}
