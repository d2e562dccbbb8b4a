using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class BatchGetItem(EngineState engine) : Operation(
    Shapes.ReturnConsumedCapacity,
    Required("RequestItems", new MapShape("KeysAndAttributes", new Structure(
        "KeysAndAttributes",
        Required("Keys", new ListShape(new MapShape("AttributeValue", AttributeValueShape.Element) { IsGeneric = true })
        {
            Constraints = [Constraint.MinLength(1), Constraint.MaxLength(MaxKeys)],
        }),
        Shapes.AttributesToGet,
        Shapes.ConsistentRead,
        Shapes.ProjectionExpression,
        Shapes.ExpressionAttributeNames)
    { IsElement = true })
    {
        Constraints = [Constraint.MinLength(1), Constraint.KeysAreTableNames],
    }))
{
    private const int MaxKeys = 100;

    /// <summary>Bytes of items in one response (API reference: 16 MB).</summary>
    private const int MaxResponseSize = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes of items that come of one partition: the 1 MB of the API reference ("more than 1MB per partition") and one item
    /// of the largest size, as observed at the service. A table here is one partition, as a small table of the service is.
    /// </summary>
    private const int MaxPartitionSize = 1024 * 1024 + RequestValues.MaxItemSize;

    /// <summary>The capacity of a key that stays unprocessed, as observed at the service.</summary>
    private const int UnprocessedUnits = 1;

    public override string Name => "BatchGetItem";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        TableReads[] reads = [.. request.Members("RequestItems").Select(TableReads.Read)];
        if (reads.Sum(read => read.Keys.Count) > MaxKeys)
            throw DynamoDBException.Validation("Too many items requested for the BatchGetItem call");
        foreach (var read in reads)
            read.Check(engine.Catalog.Get(read.TableName));

        engine.Database.Read(session =>
        {
            Write(session, reads, request.Text("ReturnConsumedCapacity"), response);
            return 0;
        });
    }

    private void Write(Session session, TableReads[] reads, string? mode, Utf8JsonWriter response)
    {
        var capacities = new List<ConsumedCapacity>();
        long size = 0;
        response.WriteStartObject();
        response.WriteStartObject("Responses");
        foreach (var read in reads)
        {
            var table = engine.Catalog.Get(read.TableName);
            var capacity = new ConsumedCapacity(read.TableName);
            long partitionSize = 0;
            response.WriteStartArray(read.TableName);
            foreach (var (raw, key) in read.Keys)
            {
                var item = key.Run(session, table);
                var itemSize = item?.Size ?? 0;
                if (partitionSize + itemSize > MaxPartitionSize || size + itemSize > MaxResponseSize)
                {
                    read.Unprocessed.Add(raw);
                    capacity.Table += UnprocessedUnits;
                    continue;
                }

                size += itemSize;
                partitionSize += itemSize;
                capacity.Table += ItemRead.Units(item, read.IsConsistent);
                if (item is not null)
                    key.Write(response, item);
            }

            response.WriteEndArray();
            capacities.Add(capacity);
        }

        response.WriteEndObject();
        WriteUnprocessed(reads, response);
        ConsumedCapacity.WriteAll(response, mode, capacities);
        response.WriteEndObject();
    }

    private static void WriteUnprocessed(TableReads[] reads, Utf8JsonWriter response)
    {
        response.WriteStartObject("UnprocessedKeys");
        foreach (var read in reads.Where(read => read.Unprocessed.Count > 0))
        {
            response.WriteStartObject(read.TableName);
            foreach (var member in read.Request.EnumerateObject().Where(member => member.Name != "Keys"))
                member.WriteTo(response);
            response.WriteStartArray("Keys");
            foreach (var key in read.Unprocessed)
                key.WriteTo(response);
            response.WriteEndArray();
            response.WriteEndObject();
        }

        response.WriteEndObject();
    }

    /// <summary>The keys that one request wants of one table.</summary>
    private sealed record TableReads(
        string TableName, JsonElement Request, IReadOnlyList<(JsonElement Raw, ItemRead Read)> Keys)
    {
        public bool IsConsistent => Request.Flag("ConsistentRead") == true;

        public List<JsonElement> Unprocessed { get; } = [];

        public static TableReads Read(JsonProperty table)
        {
            var request = table.Value;
            ParameterStyle.Check(request, ["ProjectionExpression"], ["AttributesToGet"]);
            var projection = ItemRead.ReadProjection(request);
            var keys = new List<(JsonElement, ItemRead Read)>();
            foreach (var raw in request.Elements("Keys"))
            {
                var read = new ItemRead(table.Name, RequestValues.Item(raw), projection);
                if (keys.Any(other => other.Read.Key.HasSameAs(read.Key)))
                    throw DynamoDBException.Validation("Provided list of item keys contains duplicates");
                keys.Add((raw, read));
            }

            return new(table.Name, request, keys);
        }

        public void Check(Table table)
        {
            foreach (var (_, read) in Keys)
                read.Check(table);
        }
    }
}
