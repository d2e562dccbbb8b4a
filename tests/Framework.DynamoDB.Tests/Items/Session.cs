namespace Framework.DynamoDB.Tests.Items;

/// <summary>A class rather than a record, that expires.</summary>
[Table]
public sealed partial class Session(string token)
{
    [PartitionKey]
    public string Token { get; } = token;

    public string User { get; init; } = "";

    [ExpiresAt]
    public DateTimeOffset? EndsAt { get; init; }

    [Version]
    public int Revision { get; init; }
}
