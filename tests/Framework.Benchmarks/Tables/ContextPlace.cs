namespace Framework.Benchmarks.Tables;

/// <summary>The same value as the SDK's DynamoDBContext maps it.</summary>
public sealed class ContextPlace
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";
}
