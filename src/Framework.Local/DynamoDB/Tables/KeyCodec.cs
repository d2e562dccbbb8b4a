using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>Turns the key attributes of an item into its place in the store.</summary>
internal static class KeyCodec
{
    public static ItemKey Locate(KeySchema schema, Item item) => new(
        PartitionHash.Locate(KeyEncoding.Encode(item[schema.Hash.Name])),
        schema.Range is null ? [] : KeyEncoding.Encode(item[schema.Range.Name]));
}
