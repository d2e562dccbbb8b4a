using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

internal sealed class UpdateWrite(
    string tableName, Item key, IReadOnlyList<UpdateAction> actions, WriteCondition condition)
    : ItemWrite(tableName, condition)
{
    public IReadOnlyList<UpdateAction> Actions { get; } = actions;

    /// <summary>For a type mismatch, the older AttributeUpdates have other words.</summary>
    public bool IsLegacy { get; init; }

    public override int PayloadSize => key.Size + Actions.Where(action => action.Value is not null)
        .SelectMany(action => SyntaxWalk.Operands(action.Value!)).OfType<ConstantOperand>()
        .Sum(constant => constant.Value.Size);

    public override void Check(Table table)
    {
        KeyRules.CheckKey(table.Key, key);
        KeyRules.CheckUpdates(table, Actions);
        base.Check(table);
    }

    public override void CheckNotEmpty(Table table)
    {
        KeyRules.CheckNotEmpty(table.Key, key);
        KeyRules.CheckNotEmpty(table, Actions);
    }

    public override ItemKey Locate(Table table) => table.Locate(key);

    public override StoredItem? Next(Table table, StoredItem? before)
    {
        // An update that only removes values does not create an item (API reference, UpdateItem, AttributeUpdates);
        // an update without changes creates the item from its key.
        if (before is null && Actions.Count > 0
            && Actions.All(action => action.Kind is UpdateKind.Remove or UpdateKind.Delete))
            return null;
        var updated = UpdateApplier.Apply(Actions, before?.Item ?? key, IsLegacy);
        KeyRules.CheckUpdated(table, updated);
        return updated.Size <= RequestValues.MaxItemSize
            ? StoredItem.From(updated)
            : throw DynamoDBException.Validation("Item size to update has exceeded the maximum allowed size");
    }
}
