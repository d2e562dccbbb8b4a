using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Sending;

/// <inheritdoc cref="IAttempt"/>
internal sealed class PutAttempt : PutItemRequest, IAttempt
{
    public int Unrefused { get; set; }
}
