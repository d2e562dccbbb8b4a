namespace Framework.DynamoDB.Tests.Items;

public sealed record RoundedSquare(Point Corner, int Rounding) : Square(Corner);
