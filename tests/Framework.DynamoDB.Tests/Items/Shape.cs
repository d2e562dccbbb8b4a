namespace Framework.DynamoDB.Tests.Items;

/// <summary>A value of one of several types, of which it may be one itself.</summary>
[DerivedType(typeof(Circle), "circle")]
[DerivedType(typeof(Square), "square")]
[DerivedType(typeof(RoundedSquare), "rounded")]
public record Shape(string Name);
