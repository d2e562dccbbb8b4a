namespace Framework.DynamoDB;

/// <summary>The number of the item's version, an <c>int</c> or <c>long</c>: 0 for an item that was never stored, 1 once
/// created, raised by one with every write, which also checks it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VersionAttribute : Attribute;
