namespace Framework.DynamoDB.Errors;

/// <summary>A condition of a write does not hold for the stored item: 409.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ConditionFailedException(string table, ItemKey key, Exception? inner = null)
    : TableException(table, key, new(409, "conflict", "Its present state does not allow that"), inner);
