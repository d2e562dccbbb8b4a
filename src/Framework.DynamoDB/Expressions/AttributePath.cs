using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute of an item, or a value within one, named in conditions and updates.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the attribute holds.</typeparam>
/// <param name="path">Where the attribute is.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by the attribute's
/// absence.</param>
public class AttributePath<T, TValue>(DocumentPath path, Func<TValue, AttributeValue?> write)
{
    /// <summary>The keys of indexes that must follow the attribute.</summary>
    public IReadOnlyList<DerivedKey<TValue>> Keys { internal get; init; } = [];

    /// <summary>Where the attribute is.</summary>
    protected internal DocumentPath Path { get; } = path;

    /// <summary>The attribute holds this value; for null, it is absent.</summary>
    public Condition<T> IsEqualTo(TValue value) =>
        Write(value) is { } stored ? Compare("=", stored) : IsAbsent();

    /// <summary>The attribute holds another value or is absent; for null, it is present.</summary>
    public Condition<T> IsNotEqualTo(TValue value) =>
        Write(value) is { } stored ? Compare("<>", stored) : Exists();

    /// <summary>The attribute holds one of these values, 1 to 100.</summary>
    public Condition<T> IsIn(params TValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Length, nameof(values));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, 100, nameof(values));
        var stored = values.Select(Required).ToArray();
        return new(writer => $"{Path.Write(writer)} IN ({string.Join(", ", stored.Select(writer.Value))})");
    }

    /// <summary>The item has the attribute.</summary>
    public Condition<T> Exists() => new(writer => $"attribute_exists({Path.Write(writer)})");

    /// <summary>The item lacks the attribute.</summary>
    public Condition<T> IsAbsent() => new(writer => $"attribute_not_exists({Path.Write(writer)})");

    internal AttributeValue? Write(TValue value) => value is null ? null : write(value);

    private protected AttributeValue Required(TValue value) => Write(value)
        ?? throw new ArgumentException($"'{Path}' is absent for this value; ask with IsAbsent.", nameof(value));

    private protected Condition<T> Compare(string comparison, AttributeValue value) =>
        new(writer => $"{Path.Write(writer)} {comparison} {writer.Value(value)}");

    private protected Condition<T> Call(string function, AttributeValue value) =>
        new(writer => $"{function}({Path.Write(writer)}, {writer.Value(value)})");
}
