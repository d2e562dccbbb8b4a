namespace Framework.DynamoDB;

/// <summary>The partition key: text, a number, binary, or a type that is stored as one of them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PartitionKeyAttribute : Attribute;
