namespace Framework.DynamoDB.Sending;

/// <summary>There is no such table where the client looks.</summary>
internal sealed class MissingTableException(IEnumerable<TableClient> tables, Exception? inner) : InvalidOperationException(
    $"DynamoDB has no table {string.Join(" or ", tables.Select(table => $"'{table.Name}'").Distinct())} in this account and "
    + $"region: create it, or name another in {string.Join(" or ", tables.Select(table => table.Variable).Distinct())}.",
    inner);
