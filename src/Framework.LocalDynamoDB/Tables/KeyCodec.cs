using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>Turns the key attributes of an item into its place in the store.</summary>
internal static class KeyCodec
{
    public static ItemKey Locate(KeySchema schema, Item item) => new(
        LocatePartition(schema, name => item[name]),
        schema.Range is null ? []
            : schema.MoreRanges is null ? KeyEncoding.Encode(item[schema.Range.Name])
            : KeyEncoding.EncodeParts(schema.Ranges.Select(attribute => item[attribute.Name])));

    public static byte[] LocatePartition(KeySchema schema, Func<string, AttributeValue> valueOf) => PartitionHash.Locate(
        schema.MoreHashes is null
            ? KeyEncoding.Encode(valueOf(schema.Hash.Name))
            : KeyEncoding.EncodeParts(schema.Hashes.Select(attribute => valueOf(attribute.Name))));
}
