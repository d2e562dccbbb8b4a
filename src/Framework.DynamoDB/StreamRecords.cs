using System.Text.Json;
using Framework.DynamoDB.Streams;

namespace Framework.DynamoDB;

/// <summary>Reads the events that Lambda makes of a table's stream.</summary>
public static class StreamRecords
{
    /// <summary>The records of one event that are of an item's type, in their order. Those of other types in the same table,
    /// and of the guards of unique values, are left out.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="payload">The event's JSON, as Lambda hands it over
    /// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">its shape</see>).</param>
    /// <exception cref="InvalidDataException">The JSON is not an event of a table's stream, or a record holds a value that the
    /// item cannot hold; the message names its sequence number.</exception>
    public static IReadOnlyList<StreamRecord<T>> Read<T>(ReadOnlyMemory<byte> payload)
        where T : class, ITableItem<T>
    {
        using var json = Parse(payload);
        if (json.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("Records"u8, out var records)
            || records.ValueKind != JsonValueKind.Array)
            throw new InvalidDataException("An event of a table's stream holds 'Records'.");
        return [.. records.EnumerateArray().Select(StreamRecordReader<T>.Read).OfType<StreamRecord<T>>()];
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            // An attribute nests up to 32 levels, each of which is two of JSON.
            return JsonDocument.Parse(payload, new() { MaxDepth = 128 });
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The event is not JSON.", exception);
        }
    }
}
