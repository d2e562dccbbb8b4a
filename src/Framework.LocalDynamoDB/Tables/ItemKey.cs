namespace Framework.LocalDynamoDB.Tables;

/// <summary>Where an item is in its table: the place of its partition, and its place in the partition (empty without a sort key). Both
/// are bytes that sort in the order of the table.</summary>
internal readonly record struct ItemKey(byte[] Hash, byte[] Range) : IEquatable<ItemKey>
{
    public bool Equals(ItemKey other) =>
        Hash.AsSpan().SequenceEqual(other.Hash) && Range.AsSpan().SequenceEqual(other.Range);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Hash);
        hash.AddBytes(Range);
        return hash.ToHashCode();
    }
}
