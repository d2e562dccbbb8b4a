namespace Framework.DynamoDB.Errors;

/// <summary>The item would be larger than DynamoDB's 400 KB, attribute names included: 413.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class ItemTooLargeException(string table, ItemKey? key, Exception? inner = null)
    : TableException(
        table, key, new(413, "too-large", "Item too large") { Detail = "At most 400 KB can be stored." }, inner);
