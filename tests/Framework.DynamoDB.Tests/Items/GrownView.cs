namespace Framework.DynamoDB.Tests.Items;

/// <summary>A view that would have defaults of its own.</summary>
[Projection(typeof(Grown))]
public sealed partial record GrownView(int Number, int Level = 9, string State = "stale")
{
    public TimeSpan Patience { get; init; }
}
