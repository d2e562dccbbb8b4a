using Framework.Local.DynamoDB.Expressions.Evaluation;
using Framework.Local.DynamoDB.Expressions.Syntax;
using Framework.Local.DynamoDB.Tables;

namespace Framework.Local.DynamoDB.Writes;

/// <summary>
/// What one request, or one part of a transaction, does to one item: checked against the table before it is queued,
/// and computed from the item as it is when its turn comes.
/// </summary>
internal abstract class ItemWrite(string tableName)
{
    public string TableName { get; } = tableName;

    public Condition? Condition { get; init; }

    /// <summary>A failed condition hands the item back (ReturnValuesOnConditionCheckFailure).</summary>
    public bool ReturnsItemOnFailure { get; init; }

    /// <summary>Checks what only the table's definition can tell.</summary>
    public virtual void Check(Table table)
    {
        if (Condition is not null)
            KeyRules.CheckPaths(table, ConditionPaths.Of(Condition));
    }

    public abstract ItemKey Locate(Table table);

    /// <summary>The item after the write, or null where there is none.</summary>
    public abstract StoredItem? Next(Table table, StoredItem? before);

    public void CheckCondition(StoredItem? before)
    {
        if (Condition is not null && !ConditionEvaluator.Holds(Condition, before?.Item ?? []))
            throw new ConditionFailedException(ReturnsItemOnFailure ? before?.Item : null);
    }
}
