using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB;

/// <summary>What became of one item of a batch.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Error">Why it was not written; null where it was.</param>
public sealed record BatchResult(ItemKey Key, TableException? Error);
