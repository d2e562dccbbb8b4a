using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Tables;

/// <summary>What of each item a query reads, and as what.</summary>
/// <param name="Attributes">The attributes that are read; null for all.</param>
/// <param name="Read">Makes the view from them.</param>
internal sealed record View<TView>(IReadOnlyList<string>? Attributes, Func<Dictionary<string, AttributeValue>, TView> Read);
