using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>A SELECT of one item by its whole key: the only SELECT that a batch or a transaction takes.</summary>
internal static class SingleRead
{
    public static ItemRead Of(SelectStatement select, Table table, string operation) =>
        select.IndexName is null && WhereKey.Find(table.Key, select.Where) is { } found
            ? new(select.TableName, found.Key, null)
            : throw DynamoDBException.Validation(
                $"Select statements within {operation} must specify the primary key in the where clause.");

    /// <summary>The selected part of the item that was found; null where there is no item, or where it does not meet the WHERE clause.</summary>
    public static Item? Selected(SelectStatement select, StoredItem? found) =>
        found is not null && (select.Where is null || ConditionEvaluator.Holds(select.Where, found.Item))
            ? SelectedItem.Of(found.Item, select.Projection)
            : null;
}
