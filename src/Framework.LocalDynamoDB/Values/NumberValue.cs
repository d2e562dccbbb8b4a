namespace Framework.LocalDynamoDB.Values;

internal sealed class NumberValue(DynamoNumber number) : AttributeValue
{
    public DynamoNumber Number { get; } = number;

    public override AttributeType Type => AttributeType.N;

    public override int Size => Number.Size;

    public override bool Equals(AttributeValue? other) => other is NumberValue that && Number == that.Number;

    public override int GetHashCode() => Number.GetHashCode();
}
