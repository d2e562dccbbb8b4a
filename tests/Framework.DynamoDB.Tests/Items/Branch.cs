namespace Framework.DynamoDB.Tests.Items;

/// <summary>A value that holds itself.</summary>
public sealed record Branch(Branch? Next, double Weight = 0);
