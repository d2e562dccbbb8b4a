using System.Text.Json;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Capacity;

/// <summary>
/// The capacity units of one request on one table: a write unit for each started KB, a read unit for each started 4 KB, and
/// half of it for an eventually consistent read (developer guide, "Read and write capacity").
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

    public void Add(IndexDefinition index, double units)
    {
        var unitsByName = index.IsGlobal ? _global : _local;
        unitsByName[index.Name] = unitsByName.GetValueOrDefault(index.Name) + units;
    }

    public void Add(ConsumedCapacity other, double factor)
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
}
