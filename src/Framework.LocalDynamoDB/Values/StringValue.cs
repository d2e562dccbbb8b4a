using System.Text;

namespace Framework.LocalDynamoDB.Values;

internal sealed class StringValue(string text) : AttributeValue
{
    public string Text { get; } = text;

    public override AttributeType Type => AttributeType.S;

    public override int Size => Encoding.UTF8.GetByteCount(Text);

    public override bool Equals(AttributeValue? other) => other is StringValue that && Text == that.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
