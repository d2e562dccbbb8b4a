using System.Text.Json;
using Framework.Resources;

namespace Framework.Local.Data;

/// <summary>Writes the requests that create a declared table.</summary>
internal static class TableRequests
{
    public static void WriteCreate(Utf8JsonWriter json, TableResource table)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table.Name);
        json.WriteString("BillingMode"u8, "PAY_PER_REQUEST"u8);
        WriteDefinitions(json, [
            table.PartitionKey, table.SortKey, .. table.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey })]);
        WriteKeySchema(json, table.PartitionKey, table.SortKey);
        WriteIndexes(json, "GlobalSecondaryIndexes", table.Indexes.Where(index => !index.IsLocal));
        WriteIndexes(json, "LocalSecondaryIndexes", table.Indexes.Where(index => index.IsLocal));
        json.WriteEndObject();
    }

    public static void WriteAddIndex(Utf8JsonWriter json, string table, TableIndex index)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table);
        WriteDefinitions(json, [index.PartitionKey, index.SortKey]);
        json.WriteStartArray("GlobalSecondaryIndexUpdates"u8);
        json.WriteStartObject();
        json.WritePropertyName("Create"u8);
        WriteIndex(json, index);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteTimeToLive(Utf8JsonWriter json, string table, string attribute)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table);
        json.WriteStartObject("TimeToLiveSpecification"u8);
        json.WriteString("AttributeName"u8, attribute);
        json.WriteBoolean("Enabled"u8, true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDefinitions(Utf8JsonWriter json, IEnumerable<TableKey?> keys)
    {
        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var key in keys.OfType<TableKey>().Distinct())
            WritePair(json, key.Name, "AttributeType", key.Type);
        json.WriteEndArray();
    }

    // DynamoDB refuses an empty list of indexes.
    private static void WriteIndexes(Utf8JsonWriter json, string name, IEnumerable<TableIndex> indexes)
    {
        var written = indexes.ToList();
        if (written.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var index in written)
            WriteIndex(json, index);
        json.WriteEndArray();
    }

    private static void WriteIndex(Utf8JsonWriter json, TableIndex index)
    {
        json.WriteStartObject();
        json.WriteString("IndexName"u8, index.Name);
        WriteKeySchema(json, index.PartitionKey, index.SortKey);
        json.WriteStartObject("Projection"u8);
        json.WriteString("ProjectionType"u8, "ALL"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteKeySchema(Utf8JsonWriter json, TableKey partition, TableKey? sort)
    {
        json.WriteStartArray("KeySchema"u8);
        WritePair(json, partition.Name, "KeyType", "HASH");
        if (sort is not null)
            WritePair(json, sort.Name, "KeyType", "RANGE");
        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, string attribute, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("AttributeName"u8, attribute);
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
