namespace Framework.DynamoDB.Tests.Items;

/// <summary>A map whose own values may be absent.</summary>
public sealed record Limits(int Most)
{
    public int Least { get; init; } = 1;

    public string Name { get; init; } = Unnamed;

    public IReadOnlyList<string> Notes { get; init; } = ["none yet"];

    internal static string Unnamed => "unnamed";
}
