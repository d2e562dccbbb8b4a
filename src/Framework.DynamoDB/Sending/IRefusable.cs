using Amazon.DynamoDBv2;

namespace Framework.DynamoDB.Sending;

/// <summary>A write that can find which of its values DynamoDB refuses.</summary>
internal interface IRefusable
{
    /// <summary>The exception for the caller in place of a ValidationException; null where the write's content is not the
    /// cause.</summary>
    /// <param name="message">What DynamoDB said.</param>
    /// <param name="inner">What the SDK said.</param>
    Exception? Explain(string message, AmazonDynamoDBException inner);
}
