using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Stores a whole item.</summary>
internal sealed record PutWrite(
    TableClient Client,
    ItemKey Key,
    Dictionary<string, AttributeValue> Item,
    string? Condition,
    ExpressionWriter Aliases,
    Refusal Refuse)
    : ItemWrite(Client, Key, Condition, Aliases, Refuse)
{
    public override async Task<Dictionary<string, AttributeValue>?> SendAsync(CancellationToken cancellation)
    {
        var request = new PutAttempt
        {
            TableName = Client.Name,
            Item = Item,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ReturnConsumedCapacity = Client.Capacity.Asked,
        };
        try
        {
            await Client.SendAsync(Key, dynamo => dynamo.PutItemAsync(request, cancellation));
        }
        catch (ConditionalCheckFailedException exception)
        {
            var isOwn = request.MayBeApplied && StoredEquality.AreEqual(exception.Item, Item);
            if (!isOwn)
                throw Refuse(exception.Item, exception);
        }
        return null;
    }

    public override TransactWriteItem InTransaction() => new()
    {
        Put = new()
        {
            TableName = Client.Name,
            Item = Item,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };
}
