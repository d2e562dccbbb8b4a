namespace Framework.LocalDynamoDB.Tables;

/// <summary>Where an item lies: its partition's place and the order within it (empty without a sort key).</summary>
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
