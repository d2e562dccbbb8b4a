using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>An item before and after a write.</summary>
/// <param name="TableName">The table's name as the request gives it, maybe its ARN.</param>
/// <param name="Table">The table.</param>
/// <param name="Before">The item before, or null where there was none.</param>
/// <param name="After">The item after, or null where there is none.</param>
internal sealed record WriteResult(string TableName, Table Table, StoredItem? Before, StoredItem? After);
