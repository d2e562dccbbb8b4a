using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Writes;

/// <summary>Changes attributes of an item. <c>IsApplied</c> says whether what is stored proves that it was done.</summary>
internal sealed record UpdateWrite(
    TableClient Client,
    ItemKey Key,
    Dictionary<string, AttributeValue> KeyAttributes,
    IReadOnlyList<AttributeChange> Changes,
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
            Key, dynamo => dynamo.UpdateItemAsync(request, cancellation), response => result(response.Attributes), Refused, this);

        TResult Refused(ConditionalCheckFailedException exception) =>
            request.Unrefused > 0 && IsApplied(exception.Item)
                ? result(exception.Item)
                : throw Refuse(exception.Item, exception);
    }

    public override Exception? Explain(string message, AmazonDynamoDBException inner)
    {
        foreach (var change in Changes)
            if (change.Value is { } value && StorageLimits.Fault(change.Path, change.Path.Depth, value, inner) is { } fault)
                return fault;
        if (Says("document path") && Nested is { Length: > 0 } nested)
            return new ConditionFailedException(
                Client.Name, Key, $"The item does not have the map or list that the change of {nested} needs.", inner)
            {
                LacksParent = true,
            };
        if (Says("data type"))
            return new ConditionFailedException(
                Client.Name, Key, "The stored value is of another type than the change needs.", inner);
        return Changes.FirstOrDefault(change => !change.IsWhole) is { } arithmetic && (Says("magnitude") || Says("digits"))
            ? new InvalidValueException(arithmetic.Path.ToString(), StorageLimits.Number, inner)
            : null;

        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
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

    // By their attributes: the keys of a map within may be the client's.
    private string Nested => string.Join(
        " and ", Changes.Where(change => !change.Path.IsAttribute).Select(change => $"'{change.Attribute}'").Distinct());
}
