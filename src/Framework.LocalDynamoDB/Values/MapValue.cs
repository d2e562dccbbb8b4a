namespace Framework.LocalDynamoDB.Values;

internal sealed class MapValue(Item members) : AttributeValue
{
    public Item Members { get; } = members;

    public override AttributeType Type => AttributeType.M;

    public override int Size => ListValue.Overhead + Members.Count + Members.Size;

    public override AttributeValue Copy() => new MapValue(Members.Copy());

    public override bool Equals(AttributeValue? other) => other is MapValue that && Members.HasSameAs(that.Members);

    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var (name, value) in Members)
            sum = unchecked(sum + HashCode.Combine(name, value));
        return sum;
    }
}
