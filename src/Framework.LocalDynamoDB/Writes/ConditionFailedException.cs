using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>The item does not meet the condition of the write.</summary>
internal sealed class ConditionFailedException(Item? item) : Exception("The conditional request failed")
{
    /// <summary>The stored item, where the request asked for it.</summary>
    public Item? Item { get; } = item;

    public DynamoDBException ToError() =>
        DynamoDBException.Domain("ConditionalCheckFailedException", Message, Item is null ? null : json =>
        {
            json.WritePropertyName(nameof(Item));
            AttributeValueWriter.WriteItem(json, Item);
        });
}
