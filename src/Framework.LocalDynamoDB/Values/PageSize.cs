namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// What an item counts toward the 1 MB of a Query or Scan page. The service counts its stored form, not the item size
/// that it bills: names cost one byte, strings carry their length, and every 3 KB repeat the sort key. (Observed, as
/// recorded by dynalite's tests, which ran against the service.)
/// </summary>
internal static class PageSize
{
    private const int BlockSize = 3072;
    private const int BlockOverhead = 18;

    public static int Of(Item item, string? rangeKey)
    {
        var rangeSize = rangeKey is not null && item.TryGetValue(rangeKey, out var range) ? range.Size : 0;
        var size = 0;
        foreach (var (name, value) in item)
            if (name != rangeKey)
                size += 1 + Of(value);
        var blocks = 1 + ((1 + size) / BlockSize);
        return 2 + size + (blocks * (BlockOverhead + rangeSize));
    }

    private static int Of(AttributeValue value) => value switch
    {
        StringValue => value.Size + (value.Size < 128 ? 1 : value.Size < 16384 ? 2 : 3),
        NumberValue or BinaryValue => value.Size + 1,
        BooleanValue => 1,
        SetValue set => value.Size + set.Members.Count + 1,
        ListValue list => ListValue.Overhead + list.Elements.Sum(element => 1 + Of(element)),
        MapValue map => ListValue.Overhead + map.Members.Count + map.Members.Values.Sum(member => 1 + Of(member)),
        _ => 0,
    };
}
