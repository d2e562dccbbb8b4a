using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Writes;

/// <summary>Says why a condition did not hold, by what is stored.</summary>
/// <param name="stored">The stored item; null or empty where there is none.</param>
/// <param name="inner">What the SDK said.</param>
internal delegate TableException Refusal(Dictionary<string, AttributeValue>? stored, Exception inner);
