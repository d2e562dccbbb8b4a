using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB;

/// <summary>Changes to single attributes of one item. Each method gives a new update.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class Update<T>
    where T : class
{
    private readonly ImmutableArray<AttributeChange> _changes;

    internal Update()
        : this([], null, null)
    {
    }

    private Update(
        ImmutableArray<AttributeChange> changes, Condition<T>? condition, ExpectedVersion? version)
    {
        _changes = changes;
        Condition = condition;
        Version = version;
    }

    internal IReadOnlyList<AttributeChange> Changes => _changes;

    internal Condition<T>? Condition { get; }

    internal ExpectedVersion? Version { get; }

    /// <summary>Sets an attribute; to null removes it. The keys of indexes that it alone makes follow it.</summary>
    /// <exception cref="InvalidOperationException">Other attributes too are a part of an index's key, which the update does
    /// not know: replace the item.</exception>
    public Update<T> Set<TValue>(AttributePath<T, TValue> attribute, TValue value)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (attribute.Write(value) is not { } stored)
            return Remove(attribute);
        var update = With(AttributeChange.Set(attribute.Path, stored));
        foreach (var key in attribute.Keys)
            update = key.Write is { } write ? update.Set(key.Name, write(value)) : throw Stale(attribute, key.Name);
        return update;
    }

    /// <summary>Removes an attribute, and with it the keys of indexes that it is a part of.</summary>
    public Update<T> Remove<TValue>(AttributePath<T, TValue> attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var update = With(AttributeChange.Remove(attribute.Path));
        foreach (var key in attribute.Keys)
            update = update.Set(key.Name, null);
        return update;
    }

    /// <summary>Adds to a number; an absent one counts as what it is read as, and as 0 where that is null.</summary>
    /// <param name="attribute">The number's attribute.</param>
    /// <param name="by">What is added; less than 0 to subtract.</param>
    /// <exception cref="InvalidOperationException">The number is a part of an index's key, which the update does not know:
    /// set it.</exception>
    public Update<T> Increment<TValue>(NumberPath<T, TValue> attribute, TValue by)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (attribute.Keys.Count > 0)
            throw Stale(attribute, attribute.Keys[0].Name);
        var stored = attribute.Write(by) ?? throw new ArgumentNullException(nameof(by));
        if (attribute.Path.Absent is not { N: { } number } absent || StoredEquality.Canonical(number) == "0")
            return Change("ADD", attribute.Path, writer => $"{attribute.Path.Write(writer)} {writer.Value(stored)}");
        return Change("SET", attribute.Path, writer =>
        {
            var name = attribute.Path.Write(writer);
            return $"{name} = if_not_exists({name}, {writer.Value(absent)}) + {writer.Value(stored)}";
        });
    }

    /// <summary>Appends elements to a list; an absent one counts as what it is read as, and as empty where that is
    /// null.</summary>
    public Update<T> Append<TValue, TElement>(ListPath<T, TValue, TElement> attribute, params TElement[] elements)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var stored = attribute.WriteAll(elements);
        var absent = attribute.Path.Absent ?? new AttributeValue { L = [] };
        return Change("SET", attribute.Path, writer =>
        {
            var name = attribute.Path.Write(writer);
            return $"{name} = list_append(if_not_exists({name}, {writer.Value(absent)}), {writer.Value(stored)})";
        });
    }

    /// <summary>Adds elements to a set; those that it has already do nothing.</summary>
    public Update<T> Add<TValue, TElement>(SetPath<T, TValue, TElement> attribute, params TElement[] elements)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var stored = attribute.WriteAll(elements);
        return Change("ADD", attribute.Path, writer => $"{attribute.Path.Write(writer)} {writer.Value(stored)}");
    }

    /// <summary>Deletes elements from a set; those that it lacks do nothing.</summary>
    public Update<T> Delete<TValue, TElement>(SetPath<T, TValue, TElement> attribute, params TElement[] elements)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var stored = attribute.WriteAll(elements);
        return Change("DELETE", attribute.Path, writer => $"{attribute.Path.Write(writer)} {writer.Value(stored)}");
    }

    /// <summary>Only if the stored item has this version.</summary>
    public Update<T> IfVersion(ExpectedVersion version) => new(_changes, Condition, version);

    /// <summary>Only if this condition holds as well as those named before.</summary>
    public Update<T> If(Condition<T> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(_changes, Condition?.And(condition) ?? condition, Version);
    }

    internal string Write(ExpressionWriter writer, string? version)
    {
        var changes = version is null ? this : Change("SET", version, Raise);
        if (changes._changes.IsEmpty)
            throw new InvalidOperationException("The update changes nothing; name at least one change.");
        return string.Join(' ', changes._changes
            .GroupBy(change => change.Section)
            .Select(section => $"{section.Key} {string.Join(", ", section.Select(change => change.Write(writer)))}"));

        string Raise(ExpressionWriter writer)
        {
            var name = writer.Name(version!);
            var (zero, one) = (writer.Value(new() { N = "0" }), writer.Value(new() { N = "1" }));
            return $"{name} = if_not_exists({name}, {zero}) + {one}";
        }
    }

    internal Update<T> With(AttributeChange change)
    {
        if (_changes.FirstOrDefault(other => other.Path.Overlaps(change.Path)) is not { } known)
            return new(_changes.Add(change), Condition, Version);
        // Two attributes may take the same index key with them.
        if (known is { IsRemoval: true, Path.IsAttribute: true } && change is { IsRemoval: true, Path.IsAttribute: true })
            return this;
        throw new InvalidOperationException(
            $"The update changes '{known.Path}' and '{change.Path}': DynamoDB changes a value once in an update.");
    }

    private Update<T> Set(string attribute, KeyValue? key) => key is { } value
        ? With(AttributeChange.Set(attribute, value.ToAttributeValue()))
        : With(AttributeChange.Remove(attribute));

    private static InvalidOperationException Stale<TValue>(AttributePath<T, TValue> attribute, string key) =>
        new($"'{attribute.Path}' is a part of the index's key '{key}', which this update cannot know: replace the item.");

    private Update<T> Change(string section, DocumentPath path, Func<ExpressionWriter, string> write) =>
        With(new(section, path, write));
}
