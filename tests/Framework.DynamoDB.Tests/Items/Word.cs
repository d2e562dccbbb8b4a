namespace Framework.DynamoDB.Tests.Items;

/// <summary>Text for a sort key, and an expiry.</summary>
[Table]
public sealed partial record Word(
    [PartitionKey] string Language,
    [SortKey] string Text,
    int Length = 0,
    [ExpiresAt] DateTimeOffset? ForgottenAt = null);
