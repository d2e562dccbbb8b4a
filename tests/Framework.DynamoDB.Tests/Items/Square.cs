namespace Framework.DynamoDB.Tests.Items;

public record Square(Point Corner) : Shape("square");
