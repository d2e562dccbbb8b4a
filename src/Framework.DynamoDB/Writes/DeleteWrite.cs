using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>Deletes an item.</summary>
internal sealed record DeleteWrite(
    TableClient Client,
    ItemKey Key,
    Dictionary<string, AttributeValue> KeyAttributes,
    string? Condition,
    ExpressionWriter Aliases,
    Refusal Refuse)
    : ItemWrite(Client, Key, Condition, Aliases, Refuse)
{
    public override Task<TResult> SendAsync<TResult>(
        Func<Dictionary<string, AttributeValue>?, TResult> result, CancellationToken cancellation)
    {
        var request = new DeleteAttempt
        {
            TableName = Client.Name,
            Key = KeyAttributes,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ReturnConsumedCapacity = Client.Capacity.Asked,
        };
        return Client.SendAsync(Key, dynamo => dynamo.DeleteItemAsync(request, cancellation), _ => result(null), Refused);

        TResult Refused(ConditionalCheckFailedException exception) =>
            request.Unrefused > 0 && exception.Item is not { Count: > 0 }
                ? result(null)
                : throw Refuse(exception.Item, exception);
    }

    public override TransactWriteItem InTransaction() => new()
    {
        Delete = new()
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
