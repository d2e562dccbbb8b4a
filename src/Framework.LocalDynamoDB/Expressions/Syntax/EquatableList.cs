using System.Collections;
using System.Runtime.CompilerServices;

namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>A list that is equal to another with equal elements, so that syntax nodes compare by content.</summary>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
internal sealed class EquatableList<T>(T[] elements) : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    public int Count => elements.Length;

    public T this[int index] => elements[index];

    public bool Equals(EquatableList<T>? other) => other is not null && elements.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode() =>
        elements.Aggregate(0, (hash, element) => HashCode.Combine(hash, element));

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => elements.GetEnumerator();
}

internal static class EquatableList
{
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> elements) => new(elements.ToArray());
}
