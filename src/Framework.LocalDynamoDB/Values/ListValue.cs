namespace Framework.LocalDynamoDB.Values;

internal sealed class ListValue(List<AttributeValue> elements) : AttributeValue
{
    // DynamoDB developer guide, "Item sizes": 3 bytes a list or map, and 1 byte an element.
    public const int Overhead = 3;

    public List<AttributeValue> Elements { get; } = elements;

    public override AttributeType Type => AttributeType.L;

    public override int Size
    {
        get
        {
            var size = Overhead;
            foreach (var element in Elements)
                size += 1 + element.Size;
            return size;
        }
    }

    public override AttributeValue Copy() => new ListValue([.. Elements.Select(element => element.Copy())]);

    public override bool Equals(AttributeValue? other) =>
        other is ListValue that && Elements.SequenceEqual(that.Elements);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in Elements)
            hash.Add(element);
        return hash.ToHashCode();
    }
}
