using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class ExpiryTests : LocalDynamoDBTest
{
    private const string Streams = "DynamoDBStreams_20120810";

    private long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task Items_go_when_their_time_to_live_is_over()
    {
        await CreateHashTableAsync();
        await PutAsync("before", $$"""{"N":"{{Now + 30}}"}""");
        await EnableAsync();
        await PutAsync("soon", $$"""{"N":"{{Now + 30}}"}""");
        await PutAsync("later", $$"""{"N":"{{Now + 3600}}"}""");
        await PutAsync("prolonged", $$"""{"N":"{{Now + 30}}"}""");
        await PutAsync("prolonged", $$"""{"N":"{{Now + 3600}}"}""");
        await PutAsync("text", $$"""{"S":"{{Now + 30}}"}""");
        await PutAsync("forgotten", $$"""{"N":"{{Now - (6L * 365 * 24 * 3600)}}"}""");

        Clock.Advance(TimeSpan.FromMinutes(2));

        await Waits.UntilAsync(async () => (await NamesAsync()).Length <= 4);
        Assert.Equal(["forgotten", "later", "prolonged", "text"], await NamesAsync());
    }

    [Fact]
    public async Task The_interval_of_the_sweep_can_be_chosen()
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { Clock = Clock, SweepInterval = TimeSpan.FromSeconds(5) });
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        await endpoint.CallAsync("CreateTable", """
            {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
            """);
        await endpoint.CallAsync("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"AttributeName":"end","Enabled":true}}""");
        await endpoint.CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"x"},"end":{"N":"{{{Now}}}"} } }""");

        Clock.Advance(TimeSpan.FromSeconds(5));

        await Waits.UntilAsync(async () => (int)(await endpoint.CallAsync("Scan", """{"TableName":"things"}"""))["Count"]! == 0);
    }

    [Fact]
    public async Task More_items_than_one_write_takes_go_in_one_sweep()
    {
        await CreateHashTableAsync();
        await EnableAsync();
        for (var i = 0; i < 250; i++)
            await PutAsync($"item{i}", $$"""{"N":"{{Now - i}}"}""");

        Clock.Advance(TimeSpan.FromMinutes(1));

        await Waits.UntilAsync(async () => (await NamesAsync()).Length == 0);
        var table = (await CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!;
        Assert.Equal(0, (int)table["ItemCount"]!);
    }

    [Fact]
    public async Task Nothing_expires_once_time_to_live_is_disabled()
    {
        await CreateHashTableAsync();
        await EnableAsync();
        await PutAsync("soon", $$"""{"N":"{{Now + 30}}"}""");
        await CallAsync("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"Enabled":false,"AttributeName":"ends"}}""");
        await CreateHashTableAsync("others");
        await EnableAsync("others");
        await PutAsync("soon", $$"""{"N":"{{Now + 30}}"}""", "others");

        Clock.Advance(TimeSpan.FromMinutes(2));

        await Waits.UntilAsync(async () => (int)(await CallAsync("Scan", """{"TableName":"others"}"""))["Count"]! == 0);
        Assert.Equal(["soon"], await NamesAsync());
    }

    [Fact]
    public async Task The_stream_says_that_the_service_deleted_an_expired_item_and_forgets_it_after_a_day()
    {
        await CreateHashTableAsync();
        await EnableAsync();
        await CallAsync("UpdateTable", """{"TableName":"things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"OLD_IMAGE"}}""");
        await PutAsync("soon", $$"""{"N":"{{Now + 30}}"}""");

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Waits.UntilAsync(async () => (await NamesAsync()).Length == 0);

        var records = await RecordsAsync();
        Assert.Equal(["INSERT", "REMOVE"], records.Select(record => (string?)record!["eventName"]));
        Assert.Null(records[0]!["userIdentity"]);
        Assert.Equal("dynamodb.amazonaws.com", (string?)records[1]!["userIdentity"]!["PrincipalId"]);
        Assert.Equal("soon", (string?)records[1]!["dynamodb"]!["OldImage"]!["a"]!["S"]);

        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty(await RecordsAsync());
    }

    private Task<JsonObject> EnableAsync(string table = "things") => CallAsync("UpdateTimeToLive", $$$"""
        {"TableName":"{{{table}}}","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"ends"}}
        """);

    private Task<JsonObject> PutAsync(string name, string ends, string table = "things") => CallAsync(
        "PutItem", $$$$"""{"TableName":"{{{{table}}}}","Item":{"a":{"S":"{{{{name}}}}"},"ends":{{{{ends}}}}}}""");

    private async Task<string[]> NamesAsync() =>
    [
        .. (await CallAsync("Scan", """{"TableName":"things"}"""))["Items"]!.AsArray()
            .Select(item => (string)item!["a"]!["S"]!).Order(StringComparer.Ordinal),
    ];

    private async Task<JsonArray> RecordsAsync()
    {
        var stream = (await SendAsync("ListStreams", """{"TableName":"things"}""", Streams)).Body["Streams"]![0]!["StreamArn"];
        var shard = (await SendAsync("DescribeStream", $$"""{"StreamArn":"{{stream}}"}""", Streams))
            .Body["StreamDescription"]!["Shards"]![0]!["ShardId"];
        var iterator = (await SendAsync("GetShardIterator", $$"""
            {"StreamArn":"{{stream}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}
            """, Streams)).Body["ShardIterator"];
        return (await SendAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"}""", Streams)).Body["Records"]!.AsArray();
    }
}
