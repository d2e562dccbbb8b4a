using Amazon.DynamoDBv2;

namespace Framework.DynamoDB.Sending;

/// <summary>A write that can say what in it DynamoDB refuses.</summary>
internal interface IRefusable
{
    /// <summary>What the caller is to hear of a ValidationException; null where its own content is not the cause.</summary>
    /// <param name="message">What DynamoDB said.</param>
    /// <param name="inner">What the SDK said.</param>
    Exception? Explain(string message, AmazonDynamoDBException inner);
}
