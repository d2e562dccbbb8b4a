using System.Buffers;
using System.Text.Json;
using Framework.Local.DynamoDB;
using Framework.Local.DynamoDB.Operations;
using Framework.Local.DynamoDB.Protocol;
using Framework.Resources;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Hosting;

/// <summary>The DynamoDB of the local cloud, with the tables that the service declares.</summary>
internal sealed class LocalTables : IDisposable
{
    private readonly Engine _engine;

    private LocalTables(Engine engine) => _engine = engine;

    /// <summary>Opens the tables of a folder, or of memory.</summary>
    /// <exception cref="LocalFailureException">The data file cannot be used.</exception>
    public static LocalTables Open(DataFolder? folder, TimeProvider clock)
    {
        try
        {
            return new LocalTables(Engine.Open(folder?.DatabaseFile, clock));
        }
        catch (LocalDataException exception)
        {
            throw new LocalFailureException($"{exception.Message} Or start once with --reset.", exception);
        }
    }

    /// <summary>Creates the declared tables that are not there yet.</summary>
    /// <exception cref="LocalFailureException">DynamoDB would refuse a table, or holds another of its name.</exception>
    public void Create(IEnumerable<TableResource> tables)
    {
        foreach (var table in tables)
        {
            try
            {
                Create(table);
            }
            catch (DynamoDBException exception)
            {
                throw new LocalFailureException($"The table {table.Name} cannot be created: {exception.Message}", exception);
            }
        }
    }

    /// <summary>Answers a call of DynamoDB's protocol.</summary>
    public Task HandleAsync(HttpContext http) => _engine.HandleAsync(http);

    public void Dispose() => _engine.Dispose();

    private void Create(TableResource table)
    {
        if (_engine.Catalog.Tables.FirstOrDefault(kept => kept.Definition.Name == table.Name) is { } known)
        {
            var keys = known.Definition.Key.Attributes.Select(key => (key.Name, $"{key.Type}"));
            if (!keys.SequenceEqual(KeysOf(table).Select(key => (key.Name, key.Type))))
            {
                throw new LocalFailureException(
                    $"The table {table.Name} was kept with another key than the service declares now: start once with --reset.");
            }
            return;
        }
        Run(new CreateTable(_engine), json => WriteTable(json, table));
        if (table.ExpiresAt is { } attribute)
            Run(new UpdateTimeToLive(_engine), json => WriteTimeToLive(json, table.Name, attribute));
    }

    private static void Run(Operation operation, Action<Utf8JsonWriter> write)
    {
        var request = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(request))
            write(json);
        using var document = JsonDocument.Parse(request.WrittenMemory);
        using var ignored = new Utf8JsonWriter(Stream.Null);
        operation.Run(document.RootElement, ignored);
    }

    private static void WriteTable(Utf8JsonWriter json, TableResource table)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table.Name);
        json.WriteString("BillingMode"u8, "PAY_PER_REQUEST"u8);
        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var key in KeysOf(table))
            WritePair(json, key.Name, "AttributeType", key.Type);
        json.WriteEndArray();
        json.WriteStartArray("KeySchema"u8);
        foreach (var key in KeysOf(table))
            WritePair(json, key.Name, "KeyType", key == table.PartitionKey ? "HASH" : "RANGE");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTimeToLive(Utf8JsonWriter json, string table, string attribute)
    {
        json.WriteStartObject();
        json.WriteString("TableName"u8, table);
        json.WriteStartObject("TimeToLiveSpecification"u8);
        json.WriteString("AttributeName"u8, attribute);
        json.WriteBoolean("Enabled"u8, true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, string attribute, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("AttributeName"u8, attribute);
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static IEnumerable<TableKey> KeysOf(TableResource table) =>
        table.SortKey is { } sort ? [table.PartitionKey, sort] : [table.PartitionKey];
}
