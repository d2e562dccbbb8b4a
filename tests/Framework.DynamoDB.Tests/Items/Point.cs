namespace Framework.DynamoDB.Tests.Items;

public readonly record struct Point(double X, double Y);
