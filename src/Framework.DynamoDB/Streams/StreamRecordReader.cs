using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Items;

namespace Framework.DynamoDB.Streams;

/// <summary>Reads one record of a table's stream.</summary>
internal static class StreamRecordReader<T>
    where T : class, ITableItem<T>
{
    // Who deletes what has expired.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
    private const string TimeToLive = "dynamodb.amazonaws.com";

    /// <summary>The record; null for one that is of no such item.</summary>
    public static StreamRecord<T>? Read(JsonElement record)
    {
        var change = Member(record, "dynamodb", JsonValueKind.Object);
        var sequence = Member(change, "SequenceNumber", JsonValueKind.String).GetString()!;
        try
        {
            var keys = StoredJson.Attributes(Member(change, "Keys", JsonValueKind.Object));
            var (old, @new) = (Image(change, "OldImage"), Image(change, "NewImage"));
            return IsOther(keys, @new ?? old)
                ? null
                : new(
                    Member(record, "eventID", JsonValueKind.String).GetString()!,
                    EventOf(record),
                    ItemKey.Of(keys, T.Schema),
                    old is null ? null : T.Read(old),
                    @new is null ? null : T.Read(@new),
                    sequence,
                    TimeOf(change));
        }
        catch (Exception exception) when (exception is InvalidDataException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"The record {sequence} of the stream cannot be read: {exception.Message}", exception);
        }
    }

    private static bool IsOther(Dictionary<string, AttributeValue> keys, Dictionary<string, AttributeValue>? image) =>
        image is not null && ItemType.IsOther(image, T.Schema)
        || T.Schema.Unique.Count > 0 && GuardKey.Is(keys, T.Schema);

    private static StreamEvent EventOf(JsonElement record) =>
        (Member(record, "eventName", JsonValueKind.String).GetString(), IsExpiry(record)) switch
        {
            ("INSERT", _) => StreamEvent.Created,
            ("MODIFY", _) => StreamEvent.Changed,
            ("REMOVE", true) => StreamEvent.Expired,
            ("REMOVE", false) => StreamEvent.Deleted,
            _ => throw new InvalidDataException("'eventName' should be INSERT, MODIFY or REMOVE."),
        };

    private static bool IsExpiry(JsonElement record) =>
        record.TryGetProperty("userIdentity"u8, out var user)
        && user.ValueKind == JsonValueKind.Object
        && user.TryGetProperty("principalId"u8, out var principal)
        && principal.ValueEquals(TimeToLive);

    private static DateTimeOffset TimeOf(JsonElement change) => DateTimeOffset.UnixEpoch.AddSeconds(
        Member(change, "ApproximateCreationDateTime", JsonValueKind.Number).GetDouble());

    private static Dictionary<string, AttributeValue>? Image(JsonElement change, string name) =>
        change.TryGetProperty(name, out var image) && image.ValueKind == JsonValueKind.Object
            ? StoredJson.Attributes(image)
            : null;

    private static JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new InvalidDataException($"A record of a stream holds '{name}'.");
}
