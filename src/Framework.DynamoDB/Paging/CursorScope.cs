using System.Text.Json;

namespace Framework.DynamoDB.Paging;

/// <summary>What a cursor is bound to: the table or its index, the partition, the range of sort keys and the direction.</summary>
internal static class CursorScope
{
    public static byte[] Of<T>(string table, Query<T> query)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteStringValue(table);
            json.WriteStringValue(query.Index);
            WriteKey(json, query.Partition);
            json.WriteStringValue(query.Sort?.Operator);
            WriteKey(json, query.Sort?.First);
            WriteKey(json, query.Sort?.Last);
            json.WriteBooleanValue(query.IsDescending);
            json.WriteEndArray();
        }
        return stream.ToArray();
    }

    private static void WriteKey(Utf8JsonWriter json, KeyValue? key)
    {
        json.WriteStringValue(key?.Type);
        json.WriteStringValue(key?.Text);
    }
}
