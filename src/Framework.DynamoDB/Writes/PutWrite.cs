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
    public override Task<TResult> SendAsync<TResult>(
        Func<Dictionary<string, AttributeValue>?, TResult> result, CancellationToken cancellation)
    {
        var request = new PutAttempt
        {
            TableName = Client.Name,
            Item = Item,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ReturnConsumedCapacity = Client.Capacity.Asked,
        };
        return Client.SendAsync(Key, dynamo => dynamo.PutItemAsync(request, cancellation), _ => result(null), Refused, this);

        // An earlier attempt may have stored this very item, and its response was lost (ADR 5).
        TResult Refused(ConditionalCheckFailedException exception) =>
            request.Unrefused > 0 && StoredEquality.AreEqual(exception.Item, Item)
                ? result(null)
                : throw Refuse(exception.Item, exception);
    }

    public override Exception? Explain(string message, AmazonDynamoDBException inner) =>
        message.Contains("Nesting", StringComparison.OrdinalIgnoreCase)
            ? StorageLimits.DepthFault(Item, inner)
            : StorageLimits.Fault(Item, inner);

    public override TransactWriteItem InTransaction() => new()
    {
        Put = new()
        {
            TableName = Client.Name,
            Item = Item,
            ConditionExpression = Condition,
            ExpressionAttributeNames = Aliases.Names,
            ExpressionAttributeValues = Aliases.Values,
            ReturnValuesOnConditionCheckFailure = Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };
}
