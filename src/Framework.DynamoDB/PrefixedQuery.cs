namespace Framework.DynamoDB;

/// <summary>A query of the sort keys with one beginning in one partition, that can narrow what follows it. Narrowing it
/// again replaces what was said before.</summary>
/// <remarks>Keys are compared as text. There is no <c>LessThan</c>: the range would need both an end of its own and the
/// prefix's beginning, and one BETWEEN includes both of its ends.</remarks>
/// <typeparam name="T">The item.</typeparam>
/// <typeparam name="TSort">The last part of the sort key.</typeparam>
/// <param name="partition">The partition key's value.</param>
/// <param name="prefix">What the sort keys begin with; null for nothing.</param>
/// <param name="write">Gives a whole sort key as DynamoDB stores it.</param>
/// <param name="index">The secondary index that is asked; null for the table.</param>
public sealed class PrefixedQuery<T, TSort>(
    KeyValue partition, KeyValue? prefix, Func<TSort, KeyValue> write, string? index = null)
    : Query<T>(partition, prefix, index)
{
    // The last code point, after which no text follows.
    private const string Last = "\U0010FFFF";

    private readonly KeyValue? _prefix = prefix;

    internal Func<TSort, KeyValue> Write { get; } = write;

    private KeyValue End => KeyValue.Of((_prefix?.Text ?? "") + Last);

    /// <summary>It is the value.</summary>
    public Query<T> EqualTo(TSort value) => WithSort(new("=", Write(value)));

    /// <summary>It is the value or greater.</summary>
    public Query<T> AtLeast(TSort value) => WithSort(new("BETWEEN", Write(value), End));

    /// <summary>It is greater than the value.</summary>
    public Query<T> GreaterThan(TSort value) =>
        WithSort(new("BETWEEN", KeyValue.Of(Write(value).Text + '\0'), End));

    /// <summary>It is the value or less.</summary>
    public Query<T> AtMost(TSort value) => WithSort(_prefix is { } beginning
        ? new("BETWEEN", beginning, Write(value))
        : new("<=", Write(value)));

    /// <summary>It lies between the two or is one of them; nothing does where the first is the
    /// greater.</summary>
    public Query<T> Between(TSort low, TSort high) => WithSort(new("BETWEEN", Write(low), Write(high)));
}
