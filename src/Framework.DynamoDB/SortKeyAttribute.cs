namespace Framework.DynamoDB;

/// <summary>The sort key: text, a number, binary, or a type that is stored as one of them.</summary>
/// <remarks>Times are stored as UTC text that sorts by time.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SortKeyAttribute : Attribute;
