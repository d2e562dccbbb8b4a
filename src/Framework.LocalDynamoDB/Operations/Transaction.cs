using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>A transaction of reads or of writes, whether its parts are items or statements.</summary>
internal static class Transaction
{
    // Limits: developer guide, "Quotas".
    public const int MaxItems = 100;
    private const long MaxSize = 4 * 1024 * 1024;

    public static Member Token { get; } = Member.Optional("ClientRequestToken", new StringShape
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(36)],
    });

    /// <summary>Reads all items as they are at one time, and writes the response.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="reads">The reads.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">Where to write the response.</param>
    /// <param name="writeItem">Writes the property of an item that was found: gets the number of the read, and the item.</param>
    public static void Read(
        EngineState engine, ItemRead[] reads, JsonElement request, Utf8JsonWriter response, Action<int, StoredItem> writeItem)
    {
        Check(engine.Catalog, reads);
        var items = engine.Database.Read(session =>
            reads.Select(read => read.Run(session, engine.Catalog.Get(read.TableName))).ToList());
        CheckSize(items.Sum(item => (long)(item?.Size ?? 0)));

        response.WriteStartObject();
        response.WriteStartArray("Responses");
        for (var i = 0; i < items.Count; i++)
        {
            response.WriteStartObject();
            if (items[i] is { } item)
                writeItem(i, item);
            response.WriteEndObject();
        }

        response.WriteEndArray();
        ConsumedCapacity.WriteAll(
            response, request.Text("ReturnConsumedCapacity"), Capacities(reads, items), "ReadCapacityUnits");
        response.WriteEndObject();
    }

    /// <summary>Makes all writes, or none of them.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="request">The request.</param>
    /// <param name="content">The member of the request that must be the same where its token is.</param>
    public static IReadOnlyList<WriteResult> Write(EngineState engine, ItemWrite[] writes, JsonElement request, string content)
    {
        Check(engine.Catalog, writes);
        CheckSize(writes.Sum(write => (long)write.PayloadSize));
        var token = request.Text("ClientRequestToken") is { } text
            ? new RequestToken(text, SHA256.HashData(Encoding.UTF8.GetBytes(request.GetProperty(content).GetRawText())))
            : null;
        return engine.Writer.WriteTogether(writes, token);
    }

    // Every table must exist and every part be valid, and no two parts may be of one item.
    private static void Check(Catalog catalog, IReadOnlyList<ItemRequest> parts)
    {
        Table[] tables = [.. parts.Select(part => catalog.Get(part.TableName))];
        for (var i = 0; i < parts.Count; i++)
            parts[i].CheckNotEmpty(tables[i]);
        var reasons = new CancellationReasons(parts.Count);
        var seen = new HashSet<(string, ItemKey)>();
        for (var i = 0; i < parts.Count; i++)
        {
            reasons.Try(i, () => parts[i].Check(tables[i]));
            // The service checks no part after the first invalid one.
            reasons.ThrowIfAny();
            if (!seen.Add((tables[i].Name, parts[i].Locate(tables[i]))))
                throw DynamoDBException.Validation(
                    "Transaction request cannot include multiple operations on one item");
        }
    }

    // The size of the new items that a transaction writes, or of the items that it reads.
    private static void CheckSize(long size)
    {
        if (size > MaxSize)
            throw DynamoDBException.Validation($"Transaction payload size cannot exceed 4MB. Payload Size: {size}");
    }

    private static IEnumerable<ConsumedCapacity> Capacities(ItemRead[] reads, List<StoredItem?> items) =>
        reads.Zip(items).GroupBy(pair => pair.First.TableName).Select(group => new ConsumedCapacity(group.Key)
        {
            // A transactional read costs twice a consistent one.
            Table = group.Sum(pair => 2 * ItemRead.Units(pair.Second, isConsistent: true)),
        });
}
