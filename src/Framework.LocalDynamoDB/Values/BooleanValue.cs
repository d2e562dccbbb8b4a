namespace Framework.LocalDynamoDB.Values;

internal sealed class BooleanValue(bool value) : AttributeValue
{
    public bool Value { get; } = value;

    public override AttributeType Type => AttributeType.BOOL;

    public override int Size => 1;

    public override bool Equals(AttributeValue? other) => other is BooleanValue that && Value == that.Value;

    public override int GetHashCode() => Value.GetHashCode();
}
