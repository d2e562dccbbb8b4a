namespace Framework.LocalDynamoDB.Values;

internal sealed class BinaryValue(byte[] bytes) : AttributeValue
{
    public byte[] Bytes { get; } = bytes;

    public override AttributeType Type => AttributeType.B;

    public override int Size => Bytes.Length;

    public override bool Equals(AttributeValue? other) =>
        other is BinaryValue that && Bytes.AsSpan().SequenceEqual(that.Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }
}
