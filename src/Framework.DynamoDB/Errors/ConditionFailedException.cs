namespace Framework.DynamoDB.Errors;

/// <summary>A write is refused because of the stored item: a condition does not hold for it, or the item lacks the map or list
/// that the change is made in: 409.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ConditionFailedException : TableException
{
    private const string NotAllowed = "The item's state does not allow the change.";

    /// <summary>A condition of the write does not hold.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="inner">What the SDK said.</param>
    public ConditionFailedException(string table, ItemKey key, Exception? inner = null)
        : this(table, key, null, inner)
    {
    }

    internal ConditionFailedException(string table, ItemKey key, string? detail, Exception? inner)
        : base(table, key, new(409, "conflict", "Conflict") { Detail = detail ?? NotAllowed }, inner)
    {
    }

    /// <summary>Whether the item lacks the map or list that the change is made in.</summary>
    internal bool LacksParent { get; init; }
}
