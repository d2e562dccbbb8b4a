using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Sending;

/// <inheritdoc cref="IAttempt"/>
internal sealed class DeleteAttempt : DeleteItemRequest, IAttempt
{
    public int Unrefused { get; set; }
}
