using System.Text;
using Framework.DynamoDB.Expressions;

namespace Framework.DynamoDB;

/// <summary>A query of one partition for the sort keys with one prefix. It can narrow the part after the prefix. Narrowing it
/// again replaces the earlier range.</summary>
/// <remarks>Keys are compared as text. There is no <c>LessThan</c>: the range would need an end that is not included,
/// and BETWEEN includes both of its ends.</remarks>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TSort">The part of the sort key.</typeparam>
/// <param name="partition">The partition key's value.</param>
/// <param name="prefix">What the sort keys begin with; null for nothing.</param>
/// <param name="write">Gives a sort key as DynamoDB stores it, up to the part and the literal behind it.</param>
/// <param name="index">The secondary index that is asked; null for the table.</param>
/// <param name="isLast">Whether the part is the sort key's last.</param>
public sealed class PrefixedQuery<T, TSort>(
    KeyValue partition, KeyValue? prefix, Func<TSort, KeyValue> write, string? index = null, bool isLast = true)
    : Query<T>(partition, prefix, index)
{
    private readonly KeyValue? _prefix = prefix;

    internal Func<TSort, KeyValue> Write { get; } = write;

    /// <summary>It is the value.</summary>
    public Query<T> EqualTo(TSort value) => WithSort(new(isLast ? "=" : "begins_with", Write(value)));

    /// <summary>It is the value or greater.</summary>
    public Query<T> AtLeast(TSort value) => WithSort(new("BETWEEN", Write(value), End(_prefix?.Text)));

    /// <summary>It is greater than the value.</summary>
    public Query<T> GreaterThan(TSort value) => WithSort(new("BETWEEN", Behind(Write(value).Text), End(_prefix?.Text)));

    /// <summary>It is the value or less.</summary>
    public Query<T> AtMost(TSort value) => WithSort(_prefix is { } beginning
        ? new("BETWEEN", beginning, UpTo(value))
        : new("<=", UpTo(value)));

    /// <summary>It lies between the two or is one of them; nothing does where the first is the
    /// greater.</summary>
    public Query<T> Between(TSort low, TSort high) => WithSort(new("BETWEEN", Write(low), UpTo(high)));

    /// <summary>All sort keys with the prefix.</summary>
    internal Query<T> Whole() => WithSort(_prefix is { } beginning ? new SortCondition("begins_with", beginning) : null);

    private KeyValue UpTo(TSort value) => isLast ? Write(value) : End(Write(value).Text);

    private KeyValue Behind(string text) => isLast ? KeyValue.Sized(text + '\0', KeyValue.MaxSort, "key") : End(text);

    // The last of the keys that begin so. What is left of a key's length may be too short for the last code point.
    private static KeyValue End(string? beginning) => KeyValue.Of(beginning + (KeyValue.MaxSort - Encoding.UTF8.GetByteCount(beginning ?? "")) switch
    {
        0 => "",
        1 => "\u007F",
        2 => "\u07FF",
        3 => "\uFFFF",
        _ => "\U0010FFFF",
    });
}
