using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>Writes nothing: a transaction's condition on an item that it leaves as it is.</summary>
internal sealed record CheckWrite(
    TableClient Client,
    ItemKey Key,
    Dictionary<string, AttributeValue> KeyAttributes,
    string Condition,
    ExpressionWriter Aliases,
    Refusal Refuse)
    : ItemWrite(Client, Key, Condition, Aliases, Refuse)
{
    public override Task<TResult> SendAsync<TResult>(
        Func<Dictionary<string, AttributeValue>?, TResult> result, CancellationToken cancellation) =>
        throw new NotSupportedException("A check is part of a transaction.");

    public override TransactWriteItem InTransaction() => new()
    {
        ConditionCheck = new()
        {
            TableName = Client.Name,
            Key = KeyAttributes,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };
}
