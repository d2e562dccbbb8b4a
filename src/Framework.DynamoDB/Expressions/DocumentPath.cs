using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Expressions;

/// <summary>Where in an item a value is: an attribute, or a part of a map or a list within it.</summary>
public sealed class DocumentPath
{
    private readonly ImmutableArray<Step> _steps;

    private DocumentPath(ImmutableArray<Step> steps) => _steps = steps;

    /// <summary>The name of the attribute that holds the value.</summary>
    internal string Attribute => (string)_steps[0].Name;

    /// <summary>Whether the value is a whole attribute, and not a part of one.</summary>
    internal bool IsAttribute => _steps.Length == 1;

    /// <summary>How many maps and lists the value is within.</summary>
    internal int Depth => _steps.Length - 1;

    /// <summary>The default: what an absent value is read as, in DynamoDB's form; null for none.</summary>
    internal AttributeValue? Absent => _steps[^1].Absent?.Invoke();

    /// <summary>Whether any part of the path has a default.</summary>
    internal bool HasDefaults
    {
        get
        {
            foreach (var step in _steps)
                if (step.Absent is not null)
                    return true;
            return false;
        }
    }

    /// <summary>The maps and lists that the value is within, the outermost first.</summary>
    internal IEnumerable<DocumentPath> Parents => Enumerable.Range(1, Depth).Select(Beginning);

    /// <summary>The path of an attribute.</summary>
    public static implicit operator DocumentPath(string attribute) => FromString(attribute);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static DocumentPath FromString(string attribute)
    {
        ArgumentException.ThrowIfNullOrEmpty(attribute);
        return new([new(attribute, null)]);
    }

    /// <summary>The path of a value in a map, by its name.</summary>
    /// <exception cref="InvalidValueException">The name is empty, which DynamoDB refuses.</exception>
    public DocumentPath Member(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0
            ? new(_steps.Add(new(name, null)))
            : throw new InvalidValueException(ToString(), StorageLimits.EmptyName);
    }

    /// <summary>The path of an element of a list.</summary>
    /// <param name="index">The number of the element, from 0.</param>
    public DocumentPath Element(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(_steps.Add(new(index, null)));
    }

    /// <summary>The path as a person reads it, such as <c>lines[0].price</c>.</summary>
    public override string ToString() => Join(name => name);

    /// <summary>The same path with a default.</summary>
    internal DocumentPath ReadAs(Func<AttributeValue?> absent) => new(_steps.SetItem(Depth, _steps[^1] with { Absent = absent }));

    /// <summary>What the value is read as where a part of its path is absent: for each part that may be absent, that part and the
    /// value that is read then, null for none. The whole path comes first, the attribute alone last.</summary>
    internal IEnumerable<(DocumentPath Missing, AttributeValue? Value)> Absences()
    {
        for (var length = _steps.Length; length > 0; length--)
            yield return (Beginning(length), ValueWithin(length));
    }

    /// <summary>Whether one path equals the other, or is within it.</summary>
    internal bool Overlaps(DocumentPath other)
    {
        var length = Math.Min(_steps.Length, other._steps.Length);
        for (var index = 0; index < length; index++)
            if (!_steps[index].Name.Equals(other._steps[index].Name))
                return false;
        return true;
    }

    internal string Write(ExpressionWriter writer) => Join(writer.Name);

    private DocumentPath Beginning(int length) => new(_steps[..length]);

    // The value at the end of the path, where its beginning is absent and read as its default.
    private AttributeValue? ValueWithin(int length)
    {
        var value = _steps[length - 1].Absent?.Invoke();
        foreach (var step in _steps[length..])
            value = (step.Name, value) switch
            {
                (string name, { M: { } map }) =>
                    map.TryGetValue(name, out var part) && part.NULL is not true ? part : step.Absent?.Invoke(),
                (int index, { L: { } list }) => index < list.Count ? list[index] : null,
                _ => null,
            };
        return value;
    }

    private string Join(Func<string, string> write) => string.Concat(
        _steps.Select(step => step.Name is string name ? $".{write(name)}" : $"[{step.Name}]"))[1..];

    // A name or an index, and what an absent value there is read as.
    private readonly record struct Step(object Name, Func<AttributeValue?>? Absent);
}
