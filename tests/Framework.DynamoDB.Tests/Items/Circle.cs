namespace Framework.DynamoDB.Tests.Items;

public sealed record Circle(double Radius) : Shape("circle");
