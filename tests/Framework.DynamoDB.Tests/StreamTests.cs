using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Tests.Items;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.DynamoDB.Tests;

/// <summary>How Lambda's event of a table's stream becomes records.</summary>
public sealed class StreamTests
{
    private static readonly TodoItem Todo = new(
        "alice", Guid.NewGuid(), "Buy milk", false, new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero), Version: 1);

    [Fact]
    public void Each_record_says_what_happened_to_which_item()
    {
        var changed = Todo with { Completed = true, Version = 2 };
        var expired = Record<TodoItem>("REMOVE", "4", changed, null);
        expired["userIdentity"] = new JsonObject { ["type"] = "Service", ["principalId"] = "dynamodb.amazonaws.com" };

        var records = Read<TodoItem>(
            Record<TodoItem>("INSERT", "1", null, Todo),
            Record<TodoItem>("MODIFY", "2", Todo, changed),
            Record<TodoItem>("REMOVE", "3", changed, null),
            expired);

        Assert.Equal(
            [StreamEvent.Created, StreamEvent.Changed, StreamEvent.Deleted, StreamEvent.Expired],
            records.Select(record => record.Event));
        Assert.Equal([null, Todo, changed, changed], records.Select(record => record.Old));
        Assert.Equal([Todo, changed, null, null], records.Select(record => record.New));
        Assert.Equal(["1", "2", "3", "4"], records.Select(record => record.SequenceNumber));
        var key = TodoItem.Key(Todo.Owner, Todo.Id);
        Assert.All(records, record => Assert.Equal((key.Partition, key.Sort), (record.Key.Partition, record.Key.Sort)));
        Assert.Equal(("id 1", DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_500)), (records[0].Id, records[0].Time));
    }

    [Theory]
    [InlineData("""{"type":"Service","principalId":"dynamodb.amazonaws.com"}""", StreamEvent.Expired)]
    [InlineData("""{"type":"Service","principalId":"dynamodb.amazonaws.com.example"}""", StreamEvent.Deleted)]
    [InlineData("""{"type":"Service","principalId":"replication.dynamodb.amazonaws.com"}""", StreamEvent.Deleted)]
    [InlineData("""{"type":"Service","principalId":""}""", StreamEvent.Deleted)]
    [InlineData("""{"type":"Service"}""", StreamEvent.Deleted)]
    [InlineData("{}", StreamEvent.Deleted)]
    [InlineData("null", StreamEvent.Deleted)]
    [InlineData("\"dynamodb.amazonaws.com\"", StreamEvent.Deleted)]
    public void Only_what_the_service_s_own_identity_removes_has_expired(string identity, StreamEvent expected)
    {
        var removed = Record<TodoItem>("REMOVE", "1", Todo, null);
        removed["userIdentity"] = JsonNode.Parse(identity);

        Assert.Equal(expected, Assert.Single(Read<TodoItem>(removed)).Event);
    }

    [Property(MaxTest = 30)]
    public Property Any_item_comes_back_from_a_record() =>
        Prop.ForAll(EverythingGenerator.Items.ToArbitrary(), item => Assert.Equal(
            FullText.Of(item), FullText.Of(Assert.Single(Read<Everything>(Record("INSERT", "1", null, item))).New)));

    [Fact]
    public void A_stream_of_keys_only_gives_keys()
    {
        var record = Record<TodoItem>("MODIFY", "1", null, Todo);
        record["dynamodb"]!.AsObject().Remove("NewImage");

        var read = Assert.Single(Read<TodoItem>(record));

        Assert.Equal((null, null, "alice"), (read.Old, read.New, read.Key.Partition.Text));
    }

    [Fact]
    public void The_guards_of_unique_values_are_left_out()
    {
        var guard = Record<User>("INSERT", "1", null, new("UNIQUE#User#email#a", "a"));

        Assert.Equal(["ann"], Read<User>(guard, Record<User>("INSERT", "2", null, new("ann", "a"))).Select(record => record.New!.Id));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "Records")]
    [InlineData("{}", "Records")]
    [InlineData("""{"Records":[1]}""", "dynamodb")]
    [InlineData("""{"Records":[{"dynamodb":{}}]}""", "SequenceNumber")]
    [InlineData("""{"Records":[{"dynamodb":{"SequenceNumber":"7","Keys":{"owner":{"S":1}}}}]}""", "7")]
    [InlineData("""{"Records":[{"dynamodb":{"SequenceNumber":"7","Keys":{"owner":{"S":"a","N":"1"}}}}]}""", "7")]
    [InlineData("""{"Records":[{"eventID":"a","eventName":"INSERT","dynamodb":{"SequenceNumber":"7","Keys":{}}}]}""", "7")]
    [InlineData("""{"Records":[{"eventID":"a","eventName":"LOST","dynamodb":{"SequenceNumber":"7","Keys":{}}}]}""", "eventName")]
    public void What_is_no_event_of_a_stream_is_refused(string json, string named)
    {
        var fault = Assert.Throws<InvalidDataException>(() => StreamRecords.Read<TodoItem>(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<StreamRecord<T>> Read<T>(params JsonObject[] records)
        where T : class, ITableItem<T> =>
        StreamRecords.Read<T>(Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray(records) }.ToJsonString()));

    // As in AWS's documentation of the event.
    private static JsonObject Record<T>(string name, string sequence, T? old, T? @new)
        where T : class, ITableItem<T>
    {
        var change = new JsonObject
        {
            ["ApproximateCreationDateTime"] = 1_790_000_000.5,
            ["Keys"] = Json(T.KeyOf((old ?? @new)!).ToAttributes(T.Schema with { Unique = [] })),
            ["SequenceNumber"] = sequence,
            ["SizeBytes"] = 59,
            ["StreamViewType"] = "NEW_AND_OLD_IMAGES",
        };
        if (old is not null)
            change["OldImage"] = Json(T.Write(old));
        if (@new is not null)
            change["NewImage"] = Json(T.Write(@new));
        return new()
        {
            ["eventID"] = $"id {sequence}",
            ["eventName"] = name,
            ["eventSource"] = "aws:dynamodb",
            ["dynamodb"] = change,
        };
    }

    private static JsonObject Json(Dictionary<string, AttributeValue> attributes) =>
        new(attributes.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Json(entry.Value))));

    private static JsonObject Json(AttributeValue value) => value switch
    {
        { S: { } text } => new() { ["S"] = text },
        { N: { } number } => new() { ["N"] = number },
        { B: { } bytes } => new() { ["B"] = Convert.ToBase64String(bytes.ToArray()) },
        { BOOL: { } boolean } => new() { ["BOOL"] = boolean },
        { IsMSet: true } => new() { ["M"] = Json(value.M) },
        { IsLSet: true } => new() { ["L"] = new JsonArray([.. value.L.Select(Json)]) },
        { SS.Count: > 0 } => new() { ["SS"] = new JsonArray([.. value.SS.Select(text => (JsonNode)text)]) },
        { NS.Count: > 0 } => new() { ["NS"] = new JsonArray([.. value.NS.Select(text => (JsonNode)text)]) },
        { BS.Count: > 0 } => new()
        {
            ["BS"] = new JsonArray([.. value.BS.Select(bytes => (JsonNode)Convert.ToBase64String(bytes.ToArray()))]),
        },
        _ => new() { ["NULL"] = true },
    };
}
