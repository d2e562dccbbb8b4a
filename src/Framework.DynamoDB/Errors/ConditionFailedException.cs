namespace Framework.DynamoDB.Errors;

/// <summary>The stored item does not allow a write, since a condition does not hold for it, or since it holds nothing that
/// the change could be made in: 409.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ConditionFailedException : TableException
{
    /// <summary>A condition of the write does not hold.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="inner">What the SDK said.</param>
    public ConditionFailedException(string table, ItemKey key, Exception? inner = null)
        : this(table, key, null, inner)
    {
    }

    internal ConditionFailedException(string table, ItemKey key, string? detail, Exception? inner)
        : base(table, key, new(409, "conflict", "Its present state does not allow that") { Detail = detail }, inner)
    {
    }

    /// <summary>Whether a map or a list to change something in is absent.</summary>
    internal bool LacksParent { get; init; }
}
