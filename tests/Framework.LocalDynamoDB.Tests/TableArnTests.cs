using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>A table's ARN is taken wherever its name is.</summary>
public sealed class TableArnTests : LocalDynamoDBTest
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/things";
    private const string Key = """{"a":{"S":"x"}}""";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CallAsync("CreateTable", $$"""
            {"TableName":"{{Arn}}","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"} }
            """);
        await CallAsync("PutItem", $$"""{"TableName":"{{Arn}}","Item":{{Key}}}""");
    }

    [Theory]
    [InlineData("GetItem", $$"""{"TableName":"{{Arn}}","Key":{{Key}}}""")]
    [InlineData("PutItem", $$"""{"TableName":"{{Arn}}","Item":{{Key}}}""")]
    [InlineData("UpdateItem", $$"""{"TableName":"{{Arn}}","Key":{{Key}}}""")]
    [InlineData("DeleteItem", $$"""{"TableName":"{{Arn}}","Key":{{Key}}}""")]
    [InlineData("Scan", $$"""{"TableName":"{{Arn}}"}""")]
    [InlineData("Query", $$$"""{"TableName":"{{{Arn}}}","KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"x"} } }""")]
    [InlineData("BatchGetItem", $$$"""{"RequestItems":{"{{{Arn}}}":{"Keys":[{{{Key}}}]} } }""")]
    [InlineData("BatchWriteItem", $$$$"""{"RequestItems":{"{{{{Arn}}}}":[{"DeleteRequest":{"Key":{{{{Key}}}} } }]}}""")]
    [InlineData("TransactGetItems", $$$$"""{"TransactItems":[{"Get":{"TableName":"{{{{Arn}}}}","Key":{{{{Key}}}} } }]}""")]
    [InlineData("TransactWriteItems", $$$$"""{"TransactItems":[{"Delete":{"TableName":"{{{{Arn}}}}","Key":{{{{Key}}}} } }]}""")]
    public async Task Item_operations_take_it_and_report_capacity_under_it(string operation, string request)
    {
        var response = await CallAsync(operation, $"{request[..^1]},\"ReturnConsumedCapacity\":\"TOTAL\"}}");

        var capacity = response["ConsumedCapacity"]!;
        Assert.Equal(Arn, (string?)(capacity is JsonArray all ? all[0]! : capacity)["TableName"]);
    }

    [Theory]
    [InlineData("DescribeTable", "")]
    [InlineData("UpdateTable", ",\"DeletionProtectionEnabled\":false")]
    [InlineData("DescribeTimeToLive", "")]
    [InlineData("UpdateTimeToLive", ",\"TimeToLiveSpecification\":{\"AttributeName\":\"end\",\"Enabled\":true}")]
    [InlineData("DescribeContinuousBackups", "")]
    [InlineData("DeleteTable", "")]
    public async Task Table_operations_take_it_and_describe_the_table_by_its_name(string operation, string rest)
    {
        var response = await CallAsync(operation, $$"""{"TableName":"{{Arn}}"{{rest}}}""");

        if ((response["Table"] ?? response["TableDescription"]) is { } table)
            Assert.Equal(("things", Arn), ((string?)table["TableName"], (string?)table["TableArn"]));
    }

    [Fact]
    public async Task A_list_of_streams_takes_it()
    {
        var response = await SendAsync("ListStreams", $$"""{"TableName":"{{Arn}}"}""", "DynamoDBStreams_20120810");

        Assert.Equal("things", (string?)response.Body["Streams"]![0]!["TableName"]);
    }

    [Fact]
    public async Task A_batch_responds_under_the_ARN_that_the_request_names()
    {
        var response = await CallAsync("BatchGetItem", $$$"""{"RequestItems":{"{{{Arn}}}":{"Keys":[{{{Key}}}]} } }""");

        Assert.Single(response["Responses"]![Arn]!.AsArray());
    }

    [Fact]
    public async Task A_transaction_finds_one_item_twice_under_the_name_and_the_ARN() => Assert.Equal(
        ("ValidationException", "Transaction request cannot include multiple operations on one item"),
        await FailAsync("TransactWriteItems", $$"""
            {"TransactItems":[{"Delete":{"TableName":"{{Arn}}","Key":{{Key}} } },{"Delete":{"TableName":"things","Key":{{Key}} } }]}
            """));

    [Theory]
    [InlineData("arn:aws:dynamodb:us-east-1:000000000000:table/no")]
    [InlineData("arn:aws:sqs:us-east-1:000000000000:table/things")]
    [InlineData("arn:aws:dynamodb:us-east-1:000000000000:table/things/index/x")]
    public async Task What_is_no_ARN_of_a_table_is_no_name_either(string arn)
    {
        var (type, _) = await FailAsync("GetItem", $$"""{"TableName":"{{arn}}","Key":{{Key}}}""");

        Assert.Equal("ValidationException", type);
    }

    [Fact]
    public async Task The_ARN_of_no_table_is_not_found()
    {
        var (type, _) = await FailAsync("GetItem", $$"""{"TableName":"{{Arn}}2","Key":{{Key}}}""");

        Assert.Equal("ResourceNotFoundException", type);
    }
}
