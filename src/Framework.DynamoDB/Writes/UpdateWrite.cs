using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>Changes attributes of an item. <c>IsApplied</c> says whether what is stored proves that it was done.</summary>
internal sealed record UpdateWrite(
    TableClient Client,
    ItemKey Key,
    Dictionary<string, AttributeValue> KeyAttributes,
    string Expression,
    string? Condition,
    ExpressionWriter Aliases,
    Func<Dictionary<string, AttributeValue>?, bool> IsApplied,
    Refusal Refuse)
    : ItemWrite(Client, Key, Condition, Aliases, Refuse)
{
    public override Task<TResult> SendAsync<TResult>(
        Func<Dictionary<string, AttributeValue>?, TResult> result, CancellationToken cancellation)
    {
        var request = new UpdateAttempt
        {
            TableName = Client.Name,
            Key = KeyAttributes,
            UpdateExpression = Expression,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ReturnConsumedCapacity = Client.Capacity.Asked,
        };
        return Client.SendAsync(
            Key, dynamo => dynamo.UpdateItemAsync(request, cancellation), response => result(response.Attributes), Refused);

        TResult Refused(ConditionalCheckFailedException exception) =>
            request.Unrefused > 0 && IsApplied(exception.Item)
                ? result(exception.Item)
                : throw Refuse(exception.Item, exception);
    }

    public override TransactWriteItem InTransaction() => new()
    {
        Update = new()
        {
            TableName = Client.Name,
            Key = KeyAttributes,
            UpdateExpression = Expression,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };
}
