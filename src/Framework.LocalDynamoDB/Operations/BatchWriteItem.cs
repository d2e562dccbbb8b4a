using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Writes;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class BatchWriteItem(EngineState engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Shapes.ReturnItemCollectionMetrics,
    Required("RequestItems", new MapShape(
        "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>",
        new ListShape(new Structure(
            "WriteRequest",
            Optional("DeleteRequest", new Structure("DeleteRequest", Shapes.Key)),
            Optional("PutRequest", new Structure("PutRequest", Shapes.Item)))
        { IsElement = true })
        { IsGeneric = true })
    {
        Constraints =
        [
            Constraint.MinLength(1), Constraint.KeysAreTableNames, Constraint.ValuesHaveLength(1, MaxWrites),
        ],
    }))
{
    private const int MaxWrites = 25;

    public override string Name => "BatchWriteItem";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        foreach (var table in request.GetProperty("RequestItems").EnumerateObject())
            if (table.Value.ValueKind == JsonValueKind.Null)
                throw DynamoDBException.Validation(
                    $"The batch write request list for a table cannot be null or empty: {table.Name}");
        var writes = new List<ItemWrite>();
        foreach (var table in request.Members("RequestItems"))
            writes.AddRange(ReadTable(table));
        if (writes.Count > MaxWrites)
            throw DynamoDBException.Validation("Too many items requested for the BatchWriteItem call");
        Check(writes);

        var results = engine.Writer.WriteAll(writes);
        response.WriteStartObject();
        response.WriteStartObject("UnprocessedItems");
        response.WriteEndObject();
        ConsumedCapacity.WriteAll(response, request.Text("ReturnConsumedCapacity"), WriteCapacity.Of(results));
        WriteItemCollectionMetrics(response, request, results);
        response.WriteEndObject();
    }

    private static List<ItemWrite> ReadTable(JsonProperty table)
    {
        if (table.Value.EnumerateArray().Any(write => write.ValueKind == JsonValueKind.Null
            || write.Member("PutRequest") is null == write.Member("DeleteRequest") is null))
            throw DynamoDBException.Validation(
                "Supplied AttributeValue has more than one datatypes set, "
                + "must contain exactly one of the supported datatypes");
        return [.. table.Value.EnumerateArray().Select(write => ReadWrite(table.Name, write))];
    }

    private static ItemWrite ReadWrite(string tableName, JsonElement write) =>
        write.Member("PutRequest") is { } put
            ? new PutWrite(tableName, StoredItem.Sized(RequestValues.Item(put.GetProperty("Item"))), WriteCondition.None)
            : new DeleteWrite(
                tableName, RequestValues.Item(write.GetProperty("DeleteRequest").GetProperty("Key")),
                WriteCondition.None);

    private void Check(List<ItemWrite> writes)
    {
        var seen = new HashSet<(string, Tables.ItemKey)>();
        foreach (var write in writes)
        {
            var table = engine.Catalog.Get(write.TableName);
            CheckKey(table, write);
            if (!seen.Add((table.Name, write.Locate(table))))
                throw DynamoDBException.Validation("Provided list of item keys contains duplicates");
        }
    }

    /// <summary>A batch reports a wrong key inside an item in the same words as a wrong key.</summary>
    private static void CheckKey(Tables.Table table, ItemWrite write)
    {
        try
        {
            write.Check(table);
        }
        catch (DynamoDBException exception) when (
            exception.Message.Contains("Missing the key", StringComparison.Ordinal)
            || exception.Message.Contains("Type mismatch for key", StringComparison.Ordinal))
        {
            throw DynamoDBException.Validation("The provided key element does not match the schema");
        }
    }

    private static void WriteItemCollectionMetrics(
        Utf8JsonWriter response, JsonElement request, List<WriteResult> results)
    {
        if (request.Text("ReturnItemCollectionMetrics") != "SIZE")
            return;
        response.WriteStartObject("ItemCollectionMetrics");
        foreach (var group in results.Where(result => WriteResponse.HasItemCollections(result.Table))
            .GroupBy(result => result.TableName))
        {
            response.WriteStartArray(group.Key);
            foreach (var result in group)
                WriteResponse.WriteItemCollectionMetrics(response, result);
            response.WriteEndArray();
        }

        response.WriteEndObject();
    }
}
