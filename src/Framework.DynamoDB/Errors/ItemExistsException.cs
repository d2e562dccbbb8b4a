namespace Framework.DynamoDB.Errors;

/// <summary>The key of an item to create is taken: 409.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ItemExistsException(string table, ItemKey key, Exception? inner = null)
    : TableException(table, key, new(409, "already-exists", "Already exists"), inner);
