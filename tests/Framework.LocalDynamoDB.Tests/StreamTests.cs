using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class StreamTests : LocalDynamoDBTest
{
    private const string Api = "DynamoDBStreams_20120810";
    private const string Enable =
        """{"TableName":"things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""";

    private const string Disable = """{"TableName":"things","StreamSpecification":{"StreamEnabled":false}}""";

    [Fact]
    public async Task A_disabled_stream_can_be_read_for_a_day_and_has_an_end()
    {
        await CreateHashTableAsync();
        await CallAsync("UpdateTable", Enable);
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"1"}}}""");
        await CallAsync("UpdateTable", Disable);
        await CallAsync("UpdateTable", Enable);
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"2"}}}""");

        var arns = await ArnsAsync();
        Assert.Equal(2, arns.Length);
        var former = (await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arns[0]}}"}"""))["StreamDescription"]!;
        Assert.Equal("DISABLED", (string?)former["StreamStatus"]);
        Assert.NotNull(former["Shards"]![0]!["SequenceNumberRange"]!["EndingSequenceNumber"]);
        var iterator = (await AskAsync("GetShardIterator", $$"""
            {"StreamArn":"{{arns[0]}}","ShardId":"{{former["Shards"]![0]!["ShardId"]}}","ShardIteratorType":"TRIM_HORIZON"}
            """))["ShardIterator"];
        var page = await AskAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"}""");
        Assert.Equal("1", (string?)Assert.Single(page["Records"]!.AsArray())!["dynamodb"]!["Keys"]!["a"]!["S"]);
        Assert.False(page.ContainsKey("NextShardIterator"));

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(arns[1..], await ArnsAsync());
        Assert.Equal("ResourceNotFoundException", (await SendAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"}""", Api)).ErrorType);
    }

    [Fact]
    public async Task The_stream_of_a_deleted_table_can_be_read_for_a_day_beside_that_of_its_successor()
    {
        foreach (var key in new[] { "1", "2" })
        {
            if (key == "2")
                await CallAsync("DeleteTable", """{"TableName":"things"}""");
            await CreateHashTableAsync();
            await CallAsync("UpdateTable", Enable);
            await CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"{{{key}}}"} } }""");
        }

        var arns = await ArnsAsync();
        Assert.Equal(2, arns.Distinct().Count());
        var former = await DescribeAsync(arns[0]);
        Assert.Equal(("DISABLED", "things"), ((string?)former["StreamStatus"], (string?)former["TableName"]));
        Assert.Equal("1", KeyOf(await ReadAsync(arns[0])));
        Assert.Equal("2", KeyOf(await ReadAsync(arns[1])));
        Assert.False((await ReadAsync(arns[0])).ContainsKey("NextShardIterator"));

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(arns[1..], await ArnsAsync());
        Assert.Equal("ResourceNotFoundException", (await SendAsync("DescribeStream", $$"""{"StreamArn":"{{arns[0]}}"}""", Api)).ErrorType);

        async Task<JsonNode> DescribeAsync(string arn) =>
            (await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}"""))["StreamDescription"]!;

        async Task<JsonObject> ReadAsync(string arn)
        {
            var iterator = (await AskAsync("GetShardIterator", $$"""
                {"StreamArn":"{{arn}}","ShardId":"{{(await DescribeAsync(arn))["Shards"]![0]!["ShardId"]}}","ShardIteratorType":"TRIM_HORIZON"}
                """))["ShardIterator"];
            return await AskAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"}""");
        }

        static string? KeyOf(JsonObject page) =>
            (string?)Assert.Single(page["Records"]!.AsArray())!["dynamodb"]!["Keys"]!["a"]!["S"];
    }

    [Fact]
    public async Task The_stream_of_a_deleted_table_is_there_again_when_the_file_is_opened_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("things.db");
        for (var run = 0; run < 2; run++)
        {
            await using var local = await LocalDynamoDB.StartAsync(new() { DataFile = file });
            using var endpoint = new DynamoDBEndpoint(local.Endpoint);
            if (run == 0)
            {
                await endpoint.CallAsync("CreateTable", """
                    {"TableName":"brief","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
                     "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
                     "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}
                    """);
                await endpoint.CallAsync("DeleteTable", """{"TableName":"brief"}""");
            }

            Assert.Empty((await endpoint.CallAsync("ListTables", "{}"))["TableNames"]!.AsArray());
            Assert.Single((await endpoint.SendAsync("ListStreams", new JsonObject(), Api)).Body["Streams"]!.AsArray());
        }
    }

    [Fact]
    public async Task A_request_of_a_stream_is_held_against_its_rules()
    {
        await CreateHashTableAsync();
        await CallAsync("UpdateTable", Enable);
        var arn = (await ArnsAsync())[0];
        var shard = (await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}"""))["StreamDescription"]!["Shards"]![0]!["ShardId"];
        var children = await AskAsync(
            "DescribeStream", $$$"""{"StreamArn":"{{{arn}}}","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"{{{shard}}}"} }""");
        Assert.Empty(children["StreamDescription"]!["Shards"]!.AsArray());

        await FailsAsync("DescribeStream", $$$"""{"StreamArn":"{{{arn}}}","ShardFilter":{"Type":"CHILD_SHARDS"} }""");
        await FailsAsync("DescribeStream", $$"""{"StreamArn":"{{new string('x', 40)}}"}""");
        await FailsAsync("ListStreams", $$"""{"ExclusiveStartStreamArn":"{{new string('x', 40)}}"}""");
        await FailsAsync("GetShardIterator", $$"""
            {"StreamArn":"{{arn}}","ShardId":"{{shard}}","ShardIteratorType":"LATEST","SequenceNumber":"100000000000000000001"}
            """);

        async Task FailsAsync(string operation, string body) =>
            Assert.Equal("ValidationException", (await SendAsync(operation, body, Api)).ErrorType);
    }

    private async Task<JsonObject> AskAsync(string operation, string body)
    {
        var response = await SendAsync(operation, body, Api);
        Assert.True(response.Status == 200, response.Body.ToJsonString());
        return response.Body;
    }

    private async Task<string[]> ArnsAsync() =>
    [
        .. (await AskAsync("ListStreams", """{"TableName":"things"}"""))["Streams"]!.AsArray()
            .Select(stream => (string)stream!["StreamArn"]!),
    ];

    [Fact]
    public async Task A_stream_has_every_change_in_order_and_none_twice()
    {
        await CreateHashTableAsync();
        await CallAsync("UpdateTable", """{"TableName":"things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""");
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"1"},"n":{"N":"1"}}}""");
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"1"},"n":{"N":"1.0"}}}""");
        await CallAsync("UpdateItem", """{"TableName":"things","Key":{"a":{"S":"1"}},"UpdateExpression":"REMOVE n"}""");
        await CallAsync("DeleteItem", """{"TableName":"things","Key":{"a":{"S":"1"}}}""");
        await CallAsync("DeleteItem", """{"TableName":"things","Key":{"a":{"S":"1"}}}""");

        var stream = (await SendAsync("ListStreams", """{"TableName":"things"}""", Api)).Body["Streams"]![0]!["StreamArn"];
        var shard = (await SendAsync("DescribeStream", $$"""{"StreamArn":"{{stream}}"}""", Api))
            .Body["StreamDescription"]!["Shards"]![0]!["ShardId"];
        var iterator = (await SendAsync("GetShardIterator", $$"""
            {"StreamArn":"{{stream}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}
            """, Api)).Body["ShardIterator"];
        var first = (await SendAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}","Limit":2}""", Api)).Body;
        var second = (await SendAsync("GetRecords", $$"""{"ShardIterator":"{{first["NextShardIterator"]}}"}""", Api)).Body;

        var records = first["Records"]!.AsArray().Concat(second["Records"]!.AsArray()).ToArray();
        Assert.Equal(["INSERT", "MODIFY", "REMOVE"], records.Select(record => (string?)record!["eventName"]));
        Assert.Equal("1", (string?)records[1]!["dynamodb"]!["OldImage"]!["n"]!["N"]);
        Assert.Null(records[1]!["dynamodb"]!["NewImage"]!["n"]);
        Assert.Null(records[2]!["dynamodb"]!["NewImage"]);
        Assert.Equal("1", (string?)records[2]!["dynamodb"]!["Keys"]!["a"]!["S"]);
        var numbers = records.Select(record => (string?)record!["dynamodb"]!["SequenceNumber"]).ToArray();
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
    }
}
