using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>An item before and after a write.</summary>
internal sealed record WriteResult(Table Table, StoredItem? Before, StoredItem? After);
