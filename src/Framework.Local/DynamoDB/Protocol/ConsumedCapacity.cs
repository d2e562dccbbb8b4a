using System.Text.Json;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Writes;

namespace Framework.Local.DynamoDB.Protocol;

/// <summary>
/// The capacity units of one request on one table: a write unit a started KB, a read unit a started 4 KB, half of it
/// where an eventually consistent read will do (developer guide, "Read and write capacity").
/// </summary>
internal sealed class ConsumedCapacity(string tableName)
{
    private readonly SortedDictionary<string, double> _local = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _global = new(StringComparer.Ordinal);

    public string TableName { get; } = tableName;

    public double Table { get; set; }

    private double Total => Table + _local.Values.Sum() + _global.Values.Sum();

    public static double Read(long size, bool isConsistent) =>
        Math.Ceiling(size / 4096d) * (isConsistent ? 1 : 0.5);

    public static double Write(long size) => Math.Max(1, Math.Ceiling(size / 1024d));

    /// <summary>What a write cost in the table and in each index that had to change.</summary>
    public static ConsumedCapacity Of(WriteResult write)
    {
        var capacity = new ConsumedCapacity(write.Table.Name)
        {
            Table = Write(Math.Max(write.Before?.Size ?? 0, write.After?.Size ?? 0)),
        };
        foreach (var index in write.Table.Indexes)
            if (IndexUnits(index, write) is var units and > 0)
                capacity.Add(index.Definition, units);
        return capacity;
    }

    /// <summary>What several writes cost, table by table.</summary>
    public static IEnumerable<ConsumedCapacity> Of(IEnumerable<WriteResult> writes, double factor = 1) =>
        writes.GroupBy(write => write.Table.Name).Select(group =>
        {
            var total = new ConsumedCapacity(group.Key);
            foreach (var write in group)
                total.Add(Of(write), factor);
            return total;
        });

    public void Add(IndexDefinition index, double units)
    {
        var unitsByName = index.IsGlobal ? _global : _local;
        unitsByName[index.Name] = unitsByName.GetValueOrDefault(index.Name) + units;
    }

    private void Add(ConsumedCapacity other, double factor)
    {
        Table += other.Table * factor;
        foreach (var (name, units) in other._local)
            _local[name] = _local.GetValueOrDefault(name) + (units * factor);
        foreach (var (name, units) in other._global)
            _global[name] = _global.GetValueOrDefault(name) + (units * factor);
    }

    /// <summary>Writes the member ConsumedCapacity where the request asked for it.</summary>
    public static void Write(Utf8JsonWriter json, string? mode, ConsumedCapacity capacity)
    {
        if (mode is not ("TOTAL" or "INDEXES"))
            return;
        json.WritePropertyName("ConsumedCapacity");
        capacity.WriteValue(json, mode);
    }

    /// <summary>Writes the member ConsumedCapacity of a request on several tables.</summary>
    public static void WriteAll(
        Utf8JsonWriter json, string? mode, IEnumerable<ConsumedCapacity> capacities, string? unitsMember = null)
    {
        if (mode is not ("TOTAL" or "INDEXES"))
            return;
        json.WriteStartArray("ConsumedCapacity");
        foreach (var capacity in capacities)
            capacity.WriteValue(json, mode, unitsMember);
        json.WriteEndArray();
    }

    private void WriteValue(Utf8JsonWriter json, string mode, string? unitsMember = null)
    {
        json.WriteStartObject();
        json.WriteNumber("CapacityUnits", Total);
        json.WriteString(nameof(TableName), TableName);
        if (unitsMember is not null)
            json.WriteNumber(unitsMember, Total);
        if (mode == "INDEXES")
        {
            json.WritePropertyName(nameof(Table));
            WriteUnits(json, Table, unitsMember);
            WriteIndexes(json, "LocalSecondaryIndexes", _local, unitsMember);
            WriteIndexes(json, "GlobalSecondaryIndexes", _global, unitsMember);
        }

        json.WriteEndObject();
    }

    private static void WriteIndexes(
        Utf8JsonWriter json, string member, SortedDictionary<string, double> indexes, string? unitsMember)
    {
        if (indexes.Count == 0)
            return;
        json.WriteStartObject(member);
        foreach (var (name, units) in indexes)
        {
            json.WritePropertyName(name);
            WriteUnits(json, units, unitsMember);
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, double units, string? unitsMember)
    {
        json.WriteStartObject();
        json.WriteNumber("CapacityUnits", units);
        if (unitsMember is not null)
            json.WriteNumber(unitsMember, units);
        json.WriteEndObject();
    }

    private static double IndexUnits(SecondaryIndex index, WriteResult write)
    {
        var before = write.Before is { } old && index.Locate(old.Item) is not null ? index.Project(old.Item) : null;
        var after = write.After is { } current && index.Locate(current.Item) is not null
            ? index.Project(current.Item)
            : null;
        if (before is null || after is null)
            return before is null && after is null ? 0 : Write((before ?? after)!.Size);
        if (before.HasSameAs(after))
            return 0;
        // Another key is a deletion and an insertion.
        return index.Locate(before) == index.Locate(after)
            ? Write(Math.Max(before.Size, after.Size))
            : Write(before.Size) + Write(after.Size);
    }
}
