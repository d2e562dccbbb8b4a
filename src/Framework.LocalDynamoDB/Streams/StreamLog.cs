using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Streams;

/// <summary>The change records of all streams, in the order of the writes; each is kept for a day.</summary>
internal static class StreamLog
{
    /// <summary>Sequence numbers have 21 digits, as the API's minimum length of a shard position demands.</summary>
    private const string FirstDigits = "100";

    public static string SequenceNumber(long sequence) =>
        FirstDigits + sequence.ToString("D18", CultureInfo.InvariantCulture);

    public static long ParseSequence(string number) =>
        number.Length == 21 && long.TryParse(number.AsSpan(FirstDigits.Length), out var sequence) ? sequence : -1;

    /// <summary>Appends what a write changed; a write that changes nothing leaves no record.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="table">The table of the item.</param>
    /// <param name="before">The item before the write, or null where there was none.</param>
    /// <param name="after">The item after the write, or null where there is none.</param>
    /// <param name="now">The time of the write.</param>
    /// <param name="byService">The item was deleted because its time to live is over.</param>
    public static void Append(
        Session session, Table table, StoredItem? before, StoredItem? after, DateTimeOffset now, bool byService = false)
    {
        if (table.Definition.Stream is not { } stream || (before is null && after is null)
            || (before is not null && after is not null && before.Item.HasSameAs(after.Item)))
            return;
        session.Prepare("INSERT INTO stream_records(stream, created, record) VALUES(?1, ?2, ?3)")
            .Bind(1, ResourceArn.OfStream(table.Definition, stream))
            .Bind(2, now.ToUnixTimeMilliseconds())
            .Bind(3, Encode(table, stream.ViewType, before, after, now, byService))
            .Run();
    }

    /// <summary>Deletes the records that can no longer be read.</summary>
    public static bool Trim(Session session, DateTimeOffset now)
    {
        session.Prepare("DELETE FROM stream_records WHERE created < ?1")
            .Bind(1, (now - StreamDefinition.Retention).ToUnixTimeMilliseconds()).Run();
        return true;
    }

    public static long LastSequence(Session session, string arn)
    {
        using var row = session.Prepare("SELECT coalesce(max(sequence), 0) FROM stream_records WHERE stream = ?1")
            .Bind(1, arn);
        return row.Step() ? row.Int64(0) : 0;
    }

    /// <summary>Everything of the record but its sequence number, which is known only after the insertion.</summary>
    private static byte[] Encode(
        Table table, string viewType, StoredItem? before, StoredItem? after, DateTimeOffset now, bool byService)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, ItemCodec.WriterOptions);
        var keys = (after ?? before)!.Item.Only(table.Key.Attributes.Select(attribute => attribute.Name));
        var size = keys.Size;
        json.WriteStartObject();
        json.WriteString("eventName", before is null ? "INSERT" : after is null ? "REMOVE" : "MODIFY");
        if (byService)
        {
            // API reference, Record, userIdentity.
            json.WriteStartObject("userIdentity");
            json.WriteString("Type", "Service");
            json.WriteString("PrincipalId", "dynamodb.amazonaws.com");
            json.WriteEndObject();
        }

        json.WriteStartObject("dynamodb");
        json.WriteNumber("ApproximateCreationDateTime", now.ToUnixTimeSeconds());
        json.WritePropertyName("Keys");
        AttributeValueWriter.WriteItem(json, keys);
        if (viewType is "NEW_IMAGE" or "NEW_AND_OLD_IMAGES")
            WriteImage("NewImage", after);
        if (viewType is "OLD_IMAGE" or "NEW_AND_OLD_IMAGES")
            WriteImage("OldImage", before);
        json.WriteNumber("SizeBytes", size);
        json.WriteString("StreamViewType", viewType);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();

        void WriteImage(string name, StoredItem? image)
        {
            if (image is null)
                return;
            size += image.Size;
            json.WritePropertyName(name);
            json.WriteRawValue(image.Encoded, skipInputValidation: true);
        }
    }
}
