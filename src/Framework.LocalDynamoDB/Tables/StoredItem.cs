using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>An item as it is stored; it is read into values only when they are needed.</summary>
internal sealed class StoredItem(byte[] encoded, int size)
{
    private Item? _item;

    public byte[] Encoded { get; } = encoded;

    public int Size { get; } = size;

    public Item Item => _item ??= ItemCodec.Decode(Encoded);

    /// <summary>An item of a request, which is refused where it is too large.</summary>
    public static StoredItem Sized(Item item)
    {
        RequestValues.CheckSize(item);
        return From(item);
    }

    public static StoredItem From(Item item) => new(ItemCodec.Encode(item), item.Size) { _item = item };
}
