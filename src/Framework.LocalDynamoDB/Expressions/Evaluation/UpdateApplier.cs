using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>
/// Applies a bound update. Every value is computed from the old item. Removals come last, so that list
/// indexes keep their meaning.
/// </summary>
internal sealed class UpdateApplier
{
    private const string WrongTypeInExpression = "An operand in the update expression has an incorrect data type";
    private const string WrongTypeInAttributeUpdates = "Type mismatch for attribute to update";
    private const string WrongPath = "The document path provided in the update expression is invalid for update";
    private const string Missing =
        "The provided expression refers to an attribute that does not exist in the item";

    private readonly string _wrongType;

    private UpdateApplier(bool isLegacy) =>
        _wrongType = isLegacy ? WrongTypeInAttributeUpdates : WrongTypeInExpression;

    /// <summary>A changed copy of the item.</summary>
    public static Item Apply(IReadOnlyList<UpdateAction> actions, Item item, bool isLegacy = false)
    {
        var updated = item.Copy();
        var applier = new UpdateApplier(isLegacy);
        (UpdateAction Action, AttributeValue? Value)[] changes =
            [.. actions.Select(action => (action, applier.NewValue(action, item)))];
        foreach (var (action, value) in changes.OrderBy(change => change.Action.Path.Elements[^1].Index))
            if (value is not null)
                Write(action.Path, value, updated);
        foreach (var (action, value) in changes.OrderByDescending(change => change.Action.Path.Elements[^1].Index))
            if (value is null)
                Remove(action.Path, updated);
        return updated;
    }

    /// <summary>The new value of the path, or null where the path is removed.</summary>
    private AttributeValue? NewValue(UpdateAction action, Item item)
    {
        switch (action.Kind)
        {
            case UpdateKind.Set:
                return Evaluate(action.Value!, item).Copy();
            case UpdateKind.Remove:
                return null;
        }

        var operand = ((ConstantOperand)action.Value!).Value;
        var existing = PathReader.Read(action.Path, item);
        if (action.Kind == UpdateKind.Delete)
            return Subtract(existing, (SetValue)operand);
        return existing is null ? operand : Add(existing, operand);
    }

    private AttributeValue Add(AttributeValue existing, AttributeValue operand) => (existing, operand) switch
    {
        (NumberValue one, NumberValue two) => Arithmetic.Add(one, two),
        (SetValue one, SetValue two) when one.Type == two.Type => one.Union(two),
        (ListValue one, ListValue two) => new ListValue([.. one.Elements, .. two.Elements]),
        _ => throw DynamoDBException.Validation(_wrongType),
    };

    private SetValue? Subtract(AttributeValue? existing, SetValue operand)
    {
        if (existing is null)
            return null;
        if (existing.Type != operand.Type)
            throw DynamoDBException.Validation(_wrongType);
        var rest = ((SetValue)existing).Except(operand);
        return rest.Members.Count == 0 ? null : rest;
    }

    private AttributeValue Evaluate(Operand operand, Item item)
    {
        switch (operand)
        {
            case ConstantOperand constant:
                return constant.Value;
            case PathOperand path:
                return PathReader.Read(path.Path, item) ?? throw DynamoDBException.Validation(Missing);
            case FunctionOperand { Name: UpdateBinder.IfNotExists } function:
                // The second operand must exist even where it is not needed.
                var otherwise = Evaluate(function.Arguments[1], item);
                return PathReader.Read(((PathOperand)function.Arguments[0]).Path, item) ?? otherwise;
            case FunctionOperand function:
                return Evaluate(function.Arguments[0], item) is ListValue head
                    && Evaluate(function.Arguments[1], item) is ListValue tail
                    ? new ListValue([.. head.Elements, .. tail.Elements])
                    : throw DynamoDBException.Validation(_wrongType);
            case ArithmeticOperand sum:
                return Evaluate(sum.Left, item) is NumberValue left && Evaluate(sum.Right, item) is NumberValue right
                    ? sum.Operator == "+" ? Arithmetic.Add(left, right) : Arithmetic.Subtract(left, right)
                    : throw DynamoDBException.Validation(_wrongType);
            default:
                throw new InvalidOperationException($"{operand.GetType().Name} is not bound.");
        }
    }

    private static void Write(DocumentPath path, AttributeValue value, Item item)
    {
        var last = path.Elements[^1];
        if (!path.IsNested)
            item[path.Head] = value;
        else if (Parent(path, item) is MapValue map && !last.IsIndex)
            map.Members[last.Name!] = value;
        else if (Parent(path, item) is ListValue list && last.IsIndex)
            WriteElement(list.Elements, last.Index, value);
        else
            throw DynamoDBException.Validation(WrongPath);
    }

    private static void WriteElement(List<AttributeValue> elements, int index, AttributeValue value)
    {
        // An index past the end appends.
        if (index < elements.Count)
            elements[index] = value;
        else
            elements.Add(value);
    }

    private static void Remove(DocumentPath path, Item item)
    {
        var last = path.Elements[^1];
        if (!path.IsNested)
            item.Remove(path.Head);
        else if (Parent(path, item) is MapValue map && !last.IsIndex)
            map.Members.Remove(last.Name!);
        else if (Parent(path, item) is ListValue list && last.IsIndex)
        {
            if (last.Index < list.Elements.Count)
                list.Elements.RemoveAt(last.Index);
        }
        else
            throw DynamoDBException.Validation(WrongPath);
    }

    private static AttributeValue? Parent(DocumentPath path, Item item) =>
        PathReader.Read(path, path.Elements.Count - 1, item);
}
