using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Expressions;

/// <summary>An attribute of an item, or a value within one, named in conditions and updates. An absent one counts as
/// the value that it is read as.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TValue">What the attribute holds.</typeparam>
/// <param name="path">Where the attribute is.</param>
/// <param name="write">Gives a value as DynamoDB stores it; null for one that is stored by the attribute's
/// absence.</param>
/// <param name="absent">Gives what an absent attribute is read as; null where that is nothing.</param>
public class AttributePath<T, TValue>(
    DocumentPath path, Func<TValue, AttributeValue?> write, Func<TValue>? absent = null)
{
    /// <summary>The keys of indexes that must follow the attribute.</summary>
    public IReadOnlyList<DerivedKey<TValue>> Keys { internal get; init; } = [];

    /// <summary>Where the attribute is.</summary>
    protected internal DocumentPath Path { get; } = absent is null ? path : ReadAs(path, write, absent);

    /// <summary>The attribute holds this value, or is absent and read as it; for null, it is read as null.</summary>
    public Condition<T> IsEqualTo(TValue value) => Write(value) is { } stored ? Compare("=", stored) : IsNull();

    /// <summary>The attribute holds another value, or is absent and not read as this one; for null, it is not read as
    /// null.</summary>
    public Condition<T> IsNotEqualTo(TValue value) => Write(value) is { } stored ? Compare("<>", stored) : IsNotNull();

    /// <summary>The attribute holds one of these values, 1 to 100, or is absent and read as one.</summary>
    public Condition<T> IsIn(params TValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Length, nameof(values));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, 100, nameof(values));
        var stored = values.Select(Required).ToArray();
        return When(
            writer => $"{Path.Write(writer)} IN ({string.Join(", ", stored.Select(writer.Value))})",
            holdsOfNone: false,
            absent => stored.Any(value => StoredEquality.AreEqual(absent, value)));
    }

    /// <summary>The item has the attribute, no matter what an absent one is read as.</summary>
    public Condition<T> Exists() => new(writer => $"attribute_exists({Path.Write(writer)})");

    /// <summary>The item lacks the attribute, no matter what it is then read as.</summary>
    public Condition<T> IsAbsent() => new(writer => $"attribute_not_exists({Path.Write(writer)})");

    /// <exception cref="InvalidValueException">DynamoDB does not store the value.</exception>
    internal AttributeValue? Write(TValue value) => value is null ? null : Storable(value, write);

    private protected AttributeValue Required(TValue value) => Write(value)
        ?? throw new ArgumentException($"'{Path}' is absent for this value; ask with IsAbsent.", nameof(value));

    private protected Condition<T> Compare(string comparison, AttributeValue value) => When(
        writer => $"{Path.Write(writer)} {comparison} {writer.Value(value)}",
        holdsOfNone: comparison == "<>",
        absent => StoredComparison.Holds(absent, comparison, value));

    private protected Condition<T> Call(string function, AttributeValue value) => When(
        writer => $"{function}({Path.Write(writer)}, {writer.Value(value)})",
        holdsOfNone: false,
        absent => StoredComparison.Holds(absent, function, value));

    private protected Condition<T> When(
        Func<ExpressionWriter, string> write, bool holdsOfNone, Func<AttributeValue, bool> holds) => Path.HasDefaults
        ? new(writer => AbsentValue.Write(writer, Path, write(writer), holdsOfNone, holds))
        : new(write);

    private protected TStored Storable<TPart, TStored>(TPart value, Func<TPart, TStored> write)
        where TStored : AttributeValue?
    {
        TStored stored;
        try
        {
            stored = write(value);
        }
        catch (InvalidValueException exception)
        {
            throw exception.Of(Path.ToString());
        }
        return stored is not null && StorageLimits.Fault(Path, Path.Depth, stored) is { } fault ? throw fault : stored;
    }

    private static DocumentPath ReadAs(DocumentPath path, Func<TValue, AttributeValue?> write, Func<TValue> absent) =>
        path.ReadAs(() => write(absent()));

    private Condition<T> IsNull() => When(IsAbsent().Write, holdsOfNone: true, static _ => false);

    private Condition<T> IsNotNull() => When(Exists().Write, holdsOfNone: false, static _ => true);
}
