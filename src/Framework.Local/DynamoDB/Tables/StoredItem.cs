using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>An item as it is stored; it is read into values only when someone asks.</summary>
internal sealed class StoredItem(byte[] encoded, int size)
{
    private Item? _item;

    public byte[] Encoded { get; } = encoded;

    public int Size { get; } = size;

    public Item Item => _item ??= ItemCodec.Decode(Encoded);

    public static StoredItem From(Item item) => new(ItemCodec.Encode(item), item.Size) { _item = item };
}
