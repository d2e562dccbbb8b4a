namespace Framework.DynamoDB.Tests.Items;

public sealed record Address(string Street, string? City)
{
    public IReadOnlyList<string> Lines { get; init; } = [];

    public Address? Previous { get; init; }
}
