using System.Collections.Immutable;

namespace Framework.DynamoDB.Expressions;

/// <summary>Where in an item a value is: an attribute, or a part of a map or a list within it.</summary>
public sealed class DocumentPath
{
    private readonly ImmutableArray<object> _steps;

    private DocumentPath(ImmutableArray<object> steps) => _steps = steps;

    /// <summary>The name of the attribute that it is, or is within.</summary>
    internal string Attribute => (string)_steps[0];

    /// <summary>Whether it is an attribute, and not something within one.</summary>
    internal bool IsAttribute => _steps.Length == 1;

    /// <summary>The path of an attribute.</summary>
    public static implicit operator DocumentPath(string attribute) => FromString(attribute);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static DocumentPath FromString(string attribute)
    {
        ArgumentException.ThrowIfNullOrEmpty(attribute);
        return new([attribute]);
    }

    /// <summary>The path of what a map holds by a name.</summary>
    public DocumentPath Member(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(_steps.Add(name));
    }

    /// <summary>The path of an element of a list.</summary>
    /// <param name="index">Its place, from 0.</param>
    public DocumentPath Element(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(_steps.Add(index));
    }

    /// <summary>The path as a person reads it, such as <c>lines[0].price</c>.</summary>
    public override string ToString() => Join(name => name);

    /// <summary>Whether the one is the other, or within it.</summary>
    internal bool Overlaps(DocumentPath other)
    {
        var length = Math.Min(_steps.Length, other._steps.Length);
        return _steps.AsSpan(0, length).SequenceEqual(other._steps.AsSpan(0, length));
    }

    internal string Write(ExpressionWriter writer) => Join(writer.Name);

    private string Join(Func<string, string> write) =>
        string.Concat(_steps.Select(step => step is string name ? $".{write(name)}" : $"[{step}]"))[1..];
}
