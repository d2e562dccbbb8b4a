using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>PutItem and DeleteItem: both replace or remove the stored item if it meets the condition.</summary>
/// <param name="engine">Where the item is.</param>
/// <param name="subject">The member with the item, or with its key.</param>
/// <param name="members">The request's members, in the order in which the service checks them.</param>
internal abstract class ItemReplacement(EngineState engine, string subject, params Member[] members) : Operation(members)
{
    protected sealed override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        ParameterStyle.Check(request, ["ConditionExpression"], ["Expected"]);
        var values = RequestValues.Item(request.GetProperty(subject));
        if (request.Text("ReturnValues") is not (null or "ALL_OLD" or "NONE"))
            throw DynamoDBException.Validation("ReturnValues can only be ALL_OLD or NONE");
        CheckValues(values);
        var expected = ExpectedReader.Read(request);
        var expressions = RequestExpressions.Parse(request);
        var condition = WriteCondition.Read(request, expressions.Condition ?? expected);

        var result = engine.Writer.Write(ToWrite(request.Text("TableName")!, values, condition));
        WriteResponse.Write(response, request, result);
    }

    /// <summary>Rules for the item alone.</summary>
    protected virtual void CheckValues(Item values)
    {
    }

    protected abstract ItemWrite ToWrite(string tableName, Item values, WriteCondition condition);
}
