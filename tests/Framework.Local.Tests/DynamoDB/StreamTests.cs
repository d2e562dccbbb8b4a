using Framework.Local.Tests.DynamoDB.Support;

namespace Framework.Local.Tests.DynamoDB;

public sealed class StreamTests : LocalDynamoDBTest
{
    private const string Api = "DynamoDBStreams_20120810";

    [Fact]
    public async Task A_stream_tells_every_change_in_order_and_none_twice()
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
