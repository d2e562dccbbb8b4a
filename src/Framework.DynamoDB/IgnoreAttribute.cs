namespace Framework.DynamoDB;

/// <summary>Keeps a property out of the table.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IgnoreAttribute : Attribute;
