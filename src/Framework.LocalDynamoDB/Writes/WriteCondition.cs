using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>The condition on the stored item under which a write happens.</summary>
/// <param name="Condition">Null where there is no condition.</param>
/// <param name="ReturnsItem">A failure returns the item (ReturnValuesOnConditionCheckFailure).</param>
internal sealed record WriteCondition(Condition? Condition, bool ReturnsItem)
{
    public static WriteCondition None { get; } = new(null, false);

    public static WriteCondition Read(JsonElement request, Condition? condition) =>
        new(condition, request.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD");

    public void CheckPaths(Table table)
    {
        if (Condition is not null)
            KeyRules.CheckPaths(table, ConditionPaths.Of(Condition));
    }

    /// <exception cref="ConditionFailedException">The item does not meet the condition.</exception>
    public void Check(StoredItem? item)
    {
        if (Condition is not null && !ConditionEvaluator.Holds(Condition, item?.Item ?? []))
            throw new ConditionFailedException(ReturnsItem ? item?.Item : null);
    }
}
