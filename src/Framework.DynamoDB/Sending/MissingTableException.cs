namespace Framework.DynamoDB.Sending;

/// <summary>The table does not exist in the account and region of the client.</summary>
internal sealed class MissingTableException(IEnumerable<TableClient> tables, Exception? inner) : InvalidOperationException(
    $"DynamoDB has no table {string.Join(" or ", tables.Select(table => $"'{table.Name}'").Distinct())} in this account and "
    + $"region: create it, or name another in {string.Join(" or ", tables.Select(table => table.Variable).Distinct())}.",
    inner);
