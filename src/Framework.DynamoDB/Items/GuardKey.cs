using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.Resources;

namespace Framework.DynamoDB.Items;

/// <summary>The key of a guard, <c>UNIQUE#type#attribute#value</c>. A guard is an item that reserves a unique value for another
/// item.</summary>
internal static class GuardKey
{
    public const string Prefix = "UNIQUE#";

    private const string Sort = "UNIQUE";

    public static ItemKey Of<T>(string attribute, AttributeValue value)
        where T : class, ITableItem<T>
    {
        var type = T.Schema.Types is [var only] ? only : typeof(T).Name;
        var text = $"{Prefix}{type}#{attribute}#{KeyValue.Of(value).Canonical.Text}";
        return new(KeyValue.Partition(text, attribute), T.Schema.SortKey is null ? null : KeyValue.Of(Sort));
    }

    public static Dictionary<string, AttributeValue> ToAttributes<T>(ItemKey key)
        where T : class, ITableItem<T>
    {
        var attributes = new Dictionary<string, AttributeValue> { [T.Schema.PartitionKey.Name] = key.Partition.ToAttributeValue() };
        if (key.Sort is { } sort)
            attributes.Add(T.Schema.SortKey!.Name, sort.ToAttributeValue());
        return attributes;
    }

    public static bool Is(Dictionary<string, AttributeValue> key, TableSchema schema) =>
        key[schema.PartitionKey.Name].S?.StartsWith(Prefix, StringComparison.Ordinal) is true;

    /// <summary>Refuses the key of a guard for any other item: to write that item would reserve a value, to delete it would
    /// free one.</summary>
    public static void Refuse(TableKey key, KeyValue value)
    {
        if (value.Text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new InvalidKeyException(key.Name, $"Must not begin with {Prefix}.");
    }
}
