using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>GlobalSecondaryIndexUpdates of UpdateTable: create, delete or resize global indexes.</summary>
internal sealed class IndexUpdates(JsonElement request, DateTimeOffset now, DateTimeOffset settled)
{
    private const int MaxUpdates = 5;
    private const string Invalid = "One or more parameter values were invalid: ";

    public static void Check(JsonElement request)
    {
        var names = new HashSet<string>();
        foreach (var update in request.Elements("GlobalSecondaryIndexUpdates"))
        {
            var action = update.Member("Update") ?? update.Member("Create") ?? update.Member("Delete")
                ?? throw DynamoDBException.Validation($"{Invalid}One of GlobalSecondaryIndexUpdate.Update, "
                    + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
            if (((string[])["Update", "Create", "Delete"]).Count(name => update.Member(name) is not null) > 1)
                throw DynamoDBException.Validation($"{Invalid}Only one of GlobalSecondaryIndexUpdate.Update, "
                    + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete may be given");
            if (!names.Add(action.Text("IndexName")!))
                throw DynamoDBException.Validation($"{Invalid}Only one global secondary index update per index "
                    + $"is allowed simultaneously. Index: {action.Text("IndexName")}");
        }
    }

    public (IReadOnlyList<IndexDefinition> Indexes, int NextIndex) Apply(TableDefinition table, bool isPayPerRequest)
    {
        JsonElement[] updates = [.. request.Elements("GlobalSecondaryIndexUpdates")];
        if (updates.Length > MaxUpdates || updates.Count(update => update.Member("Update") is null) > 1)
            throw DynamoDBException.Domain(
                "LimitExceededException",
                "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        var indexes = table.Indexes.ToList();
        var next = table.NextIndex;
        foreach (var update in updates)
        {
            if (update.Member("Update") is { } resize)
                Resize(indexes, resize, new CapacityReader(isPayPerRequest));
            else if (update.Member("Create") is { } create)
                indexes.Add(Create(table, indexes, create, isPayPerRequest, next++));
            else if (update.Member("Delete") is { } delete)
                Delete(indexes, delete.Text("IndexName")!);
        }

        return (indexes, next);
    }

    private void Resize(List<IndexDefinition> indexes, JsonElement resize, CapacityReader capacity)
    {
        var wanted = ThroughputReader.Read(resize);
        if (wanted.ReadUnits > ThroughputReader.MaxUnits || wanted.WriteUnits > ThroughputReader.MaxUnits)
            throw DynamoDBException.Validation("This operation cannot be performed with given input values. "
                + "Please contact DynamoDB service team for more info: Action Blocked: IndexUpdate");
        var position = Find(indexes, resize.Text("IndexName")!);
        var index = indexes[position];
        var throughput = resize.Member("ProvisionedThroughput") is null
            ? index.Throughput
            : ThroughputChange.Apply(index.Throughput, wanted, now, settled).Final;
        indexes[position] = index with
        {
            Throughput = throughput,
            OnDemand = capacity.OnDemand(resize, index.OnDemand),
            Warm = capacity.Warm(resize, throughput, index.Warm),
        };
    }

    private IndexDefinition Create(
        TableDefinition table, List<IndexDefinition> indexes, JsonElement create, bool isPayPerRequest, int number)
    {
        var reader = new IndexReader(AttributeReader.Read(request), isPayPerRequest);
        var index = reader.ReadOne(create, isGlobal: true, number);
        IndexReader.CheckProjection(index);
        reader.CheckThroughput(create, index.Name);
        foreach (var attribute in index.Key.Attributes)
            if (table.AttributeDefinitions.FirstOrDefault(known => known.Name == attribute.Name) is { } known
                && known != attribute)
                throw DynamoDBException.Validation($"{Invalid}Attributes cannot be redefined. Please check that your "
                    + "attribute has the same type as previously defined. Existing schema: "
                    + $"Schema:[SchemaElement: key{{{known.Name}:{known.Type}:{KindOf(known, index)}}}] New schema: "
                    + $"Schema:[SchemaElement: key{{{attribute.Name}:{attribute.Type}:{KindOf(attribute, index)}}}]");
        if (indexes.Any(other => other.Name == index.Name))
            throw DynamoDBException.Validation("Attempting to create an index which already exists");
        return index;
    }

    private static string KindOf(KeyAttribute attribute, IndexDefinition index) =>
        index.Key.Hashes.Any(hash => hash.Name == attribute.Name) ? "HASH" : "RANGE";

    private static void Delete(List<IndexDefinition> indexes, string name) => indexes.RemoveAt(Find(indexes, name));

    private static int Find(List<IndexDefinition> indexes, string name)
    {
        var position = indexes.FindIndex(index => index.IsGlobal && index.Name == name);
        return position >= 0 ? position : throw DynamoDBException.ResourceNotFound();
    }
}
