namespace Framework.DynamoDB.Expressions;

/// <summary>A condition on an item's attributes, for filters and for writes. An item's generated <c>Attributes</c> begin
/// one.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class Condition<T>
{
    private readonly Func<ExpressionWriter, string> _write;

    internal Condition(Func<ExpressionWriter, string> write) => _write = write;

    /// <summary>Both hold.</summary>
    public Condition<T> And(Condition<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(writer => $"({Write(writer)} AND {other.Write(writer)})");
    }

    /// <summary>One of them holds, or both.</summary>
    public Condition<T> Or(Condition<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(writer => $"({Write(writer)} OR {other.Write(writer)})");
    }

    /// <summary>It does not hold.</summary>
    public Condition<T> Not() => new(writer => $"(NOT {Write(writer)})");

    internal string Write(ExpressionWriter writer) => _write(writer);
}
