using Framework.Http;

namespace Framework.DynamoDB;

/// <summary>The number of the item's version, an <c>int</c> or <c>long</c>: 0 for an item that was never stored or is older
/// than the property, 1 once created, raised by one with every write. Replaces and patches check it, updates and deletes where
/// they are asked to, puts never. An endpoint that returns the item sends the version as <c>ETag</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VersionAttribute : ETagAttribute;
