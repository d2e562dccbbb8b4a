namespace Framework.DynamoDB.Errors;

/// <summary>There is no item with the key: 404.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ItemNotFoundException(string table, ItemKey key, Exception? inner = null)
    : TableException(table, key, new(404, "not-found", "Not Found"), inner);
