using System.Text.Json;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>A table as DescribeTable and similar operations show it.</summary>
internal static class TableDescription
{
    /// <param name="json">Where to write.</param>
    /// <param name="table">The table to describe.</param>
    /// <param name="status">CREATING, UPDATING, DELETING or ACTIVE.</param>
    /// <param name="count">Counts the items of a SQLite table; null where the service shows none.</param>
    public static void Write(
        Utf8JsonWriter json, TableDefinition table, string status, Func<string, Statistics>? count = null)
    {
        var statistics = count?.Invoke(Table.SqlNameOf(table)) ?? default;
        json.WriteStartObject();
        WriteAttributeDefinitions(json, table);
        WriteKeySchema(json, table.Key);
        json.WriteNumber("CreationDateTime", Seconds(table.Created));
        WriteCommon(json, table, status, statistics);
        WriteIndexes(json, table, status, count, isGlobal: false);
        WriteIndexes(json, table, status, count, isGlobal: true);
        WriteStream(json, table);
        json.WriteEndObject();
    }

    /// <summary>Writes the table as the response of DeleteTable describes it: without keys and indexes.</summary>
    public static void WriteDeleted(Utf8JsonWriter json, TableDefinition table)
    {
        json.WriteStartObject();
        WriteCommon(json, table, Transition.Deleting, default);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, TableDefinition table, string status, Statistics statistics)
    {
        json.WriteString("TableName", table.Name);
        json.WriteString("TableStatus", status);
        WriteThroughput(json, table.Throughput);
        json.WriteNumber("TableSizeBytes", statistics.Bytes);
        json.WriteNumber("ItemCount", statistics.Items);
        json.WriteString("TableArn", ResourceArn.OfTable(table));
        json.WriteString("TableId", table.TableId);
        WriteBilling(json, table, status);
        WriteOnDemand(json, table.OnDemand);
        WriteWarm(json, table.Warm, status);
        WriteEncryption(json, table, status);
        json.WriteBoolean("DeletionProtectionEnabled", table.IsDeletionProtected);
        if (table.TableClass is not null)
        {
            json.WriteStartObject("TableClassSummary");
            json.WriteString("TableClass", table.TableClass);
            json.WriteEndObject();
        }
    }

    private static void WriteAttributeDefinitions(Utf8JsonWriter json, TableDefinition table)
    {
        json.WriteStartArray("AttributeDefinitions");
        foreach (var attribute in table.AttributeDefinitions)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", attribute.Name);
            json.WriteString("AttributeType", attribute.Type.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteKeySchema(Utf8JsonWriter json, KeySchema key)
    {
        json.WriteStartArray("KeySchema");
        foreach (var attribute in key.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", attribute.Name);
            json.WriteString("KeyType", key.IsHash(attribute) ? "HASH" : "RANGE");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteStartObject("ProvisionedThroughput");
        if (throughput.LastIncrease is { } increase)
            json.WriteNumber("LastIncreaseDateTime", Seconds(increase));
        if (throughput.LastDecrease is { } decrease)
            json.WriteNumber("LastDecreaseDateTime", Seconds(decrease));
        json.WriteNumber("NumberOfDecreasesToday", throughput.DecreasesToday);
        json.WriteNumber("ReadCapacityUnits", throughput.ReadUnits);
        json.WriteNumber("WriteCapacityUnits", throughput.WriteUnits);
        json.WriteEndObject();
    }

    private static void WriteBilling(Utf8JsonWriter json, TableDefinition table, string status)
    {
        if (!table.HasBillingSummary)
            return;
        var mode = table.IsPayPerRequest ? "PAY_PER_REQUEST" : "PROVISIONED";
        WriteMode("BillingModeSummary", "BillingMode");
        WriteMode("TableThroughputModeSummary", "TableThroughputMode");

        void WriteMode(string summary, string member)
        {
            json.WriteStartObject(summary);
            json.WriteString(member, mode);
            if (table.LastUpdateToPayPerRequest is { } updated && status is Transition.Active or Transition.Deleting)
                json.WriteNumber("LastUpdateToPayPerRequestDateTime", Seconds(updated));
            json.WriteEndObject();
        }
    }

    private static void WriteOnDemand(Utf8JsonWriter json, OnDemandThroughput? onDemand)
    {
        if (onDemand is null)
            return;
        json.WriteStartObject("OnDemandThroughput");
        if (onDemand.MaxReads is { } reads)
            json.WriteNumber("MaxReadRequestUnits", reads);
        if (onDemand.MaxWrites is { } writes)
            json.WriteNumber("MaxWriteRequestUnits", writes);
        json.WriteEndObject();
    }

    private static void WriteWarm(Utf8JsonWriter json, WarmThroughput? warm, string status)
    {
        if (warm is null)
            return;
        json.WriteStartObject("WarmThroughput");
        json.WriteNumber("ReadUnitsPerSecond", warm.Reads);
        json.WriteNumber("WriteUnitsPerSecond", warm.Writes);
        json.WriteString("Status", status == Transition.Active ? status : Transition.Updating);
        json.WriteEndObject();
    }

    private static void WriteEncryption(Utf8JsonWriter json, TableDefinition table, string status)
    {
        if (table.EncryptionKey is null)
            return;
        json.WriteStartObject("SSEDescription");
        json.WriteString("Status", status == Transition.Updating ? status : "ENABLED");
        json.WriteString("SSEType", "KMS");
        json.WriteString("KMSMasterKeyArn", table.EncryptionKey);
        json.WriteEndObject();
    }

    private static void WriteIndexes(
        Utf8JsonWriter json, TableDefinition table, string status, Func<string, Statistics>? count, bool isGlobal)
    {
        IndexDefinition[] indexes = [.. table.Indexes.Where(index => index.IsGlobal == isGlobal)];
        if (indexes.Length == 0 || (isGlobal && status == Transition.Deleting))
            return;
        json.WriteStartArray(isGlobal ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes");
        foreach (var index in indexes)
        {
            json.WriteStartObject();
            json.WriteString("IndexName", index.Name);
            WriteKeySchema(json, index.Key);
            WriteProjection(json, index);
            if (isGlobal)
            {
                json.WriteString("IndexStatus", status);
                WriteThroughput(json, index.Throughput);
                WriteOnDemand(json, index.OnDemand);
                WriteWarm(json, index.Warm, status);
            }

            var statistics = count?.Invoke(SecondaryIndex.SqlNameOf(table, index)) ?? default;
            json.WriteNumber("IndexSizeBytes", statistics.Bytes);
            json.WriteNumber("ItemCount", statistics.Items);
            json.WriteString("IndexArn", ResourceArn.OfIndex(table, index));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProjection(Utf8JsonWriter json, IndexDefinition index)
    {
        json.WriteStartObject("Projection");
        json.WriteString("ProjectionType", index.ProjectionType);
        if (index.NonKeyAttributes.Count > 0)
        {
            json.WriteStartArray("NonKeyAttributes");
            foreach (var attribute in index.NonKeyAttributes)
                json.WriteStringValue(attribute);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteStream(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.Stream is not { } stream)
            return;
        json.WriteStartObject("StreamSpecification");
        json.WriteBoolean("StreamEnabled", true);
        json.WriteString("StreamViewType", stream.ViewType);
        json.WriteEndObject();
        json.WriteString("LatestStreamLabel", stream.Label);
        json.WriteString("LatestStreamArn", ResourceArn.OfStream(table, stream));
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;
}
