using Framework.Local.DynamoDB.Tables;

namespace Framework.Local.DynamoDB.Writes;

/// <summary>An item before and after a write.</summary>
internal sealed record WriteResult(Table Table, StoredItem? Before, StoredItem? After);
