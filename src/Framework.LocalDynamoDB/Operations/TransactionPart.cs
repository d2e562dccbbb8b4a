using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads one part of TransactWriteItems.</summary>
internal static class TransactionPart
{
    public static ItemWrite Read(string kind, JsonElement part)
    {
        ParameterStyle.Check(
            part, kind == "Update" ? ["UpdateExpression", "ConditionExpression"] : ["ConditionExpression"], []);
        var values = RequestValues.Item(part.GetProperty(kind == "Put" ? "Item" : "Key"));
        var expressions = RequestExpressions.Parse(part);
        var tableName = part.Text("TableName")!;
        var condition = WriteCondition.Read(part, expressions.Condition);
        return kind switch
        {
            "Put" => new PutWrite(tableName, StoredItem.Sized(values), condition),
            "Delete" => new DeleteWrite(tableName, values, condition),
            "Update" => new UpdateWrite(tableName, values, expressions.Update!, condition),
            _ => new ConditionCheck(tableName, values, condition),
        };
    }
}
