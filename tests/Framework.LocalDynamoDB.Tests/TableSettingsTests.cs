using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Settings of a table that change nothing here: they are kept and described.</summary>
public sealed class TableSettingsTests : LocalDynamoDBTest
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Theory]
    [InlineData("""{"Enabled":true}""", "arn:aws:kms:us-east-1:000000000000:alias/aws/dynamodb")]
    [InlineData("""{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/mine"}""", "arn:aws:kms:us-east-1:000000000000:alias/mine")]
    [InlineData("""{"Enabled":true,"KMSMasterKeyId":"1234"}""", "arn:aws:kms:us-east-1:000000000000:key/1234")]
    [InlineData("""{"Enabled":true,"KMSMasterKeyId":"arn:aws:kms:eu-west-1:1:key/2"}""", "arn:aws:kms:eu-west-1:1:key/2")]
    public async Task Encryption_is_described_with_its_key(string specification, string key)
    {
        await CreateAsync($"\"SSESpecification\":{specification}");

        var described = (await DescribeAsync())["SSEDescription"]!;

        Assert.Equal(
            ("ENABLED", "KMS", key),
            ((string?)described["Status"], (string?)described["SSEType"], (string?)described["KMSMasterKeyArn"]));
    }

    [Fact]
    public async Task Encryption_is_changed_and_ended_by_an_update()
    {
        await CreateAsync();
        Assert.Null((await DescribeAsync())["SSEDescription"]);

        await UpdateAsync("""{"Enabled":true}""");
        Assert.NotNull((await DescribeAsync())["SSEDescription"]);

        await UpdateAsync("""{"Enabled":false}""");
        Assert.Null((await DescribeAsync())["SSEDescription"]);

        Task UpdateAsync(string specification) =>
            CallAsync("UpdateTable", $$"""{"TableName":"things","SSESpecification":{{specification}}}""");
    }

    [Theory]
    [InlineData("""{"Enabled":true,"SSEType":"AES256"}""", "SSEType AES256 is not supported: it must be KMS")]
    [InlineData("""{"KMSMasterKeyId":"x"}""", "KMSMasterKeyId can only be specified when SSE is enabled")]
    public async Task Encryption_that_cannot_be_is_refused(string specification, string message) => Assert.Equal(
        ("ValidationException", Invalid + message), await FailAsync("CreateTable", Request($"\"SSESpecification\":{specification}")));

    [Fact]
    public async Task On_demand_maxima_are_described_changed_and_taken_away()
    {
        await CreateAsync("\"OnDemandThroughput\":{\"MaxReadRequestUnits\":5,\"MaxWriteRequestUnits\":6}");
        Assert.Equal("""{"MaxReadRequestUnits":5,"MaxWriteRequestUnits":6}""", (await DescribeAsync())["OnDemandThroughput"]!.ToJsonString());

        await UpdateAsync("""{"MaxReadRequestUnits":-1,"MaxWriteRequestUnits":7}""");
        Assert.Equal("""{"MaxWriteRequestUnits":7}""", (await DescribeAsync())["OnDemandThroughput"]!.ToJsonString());

        await UpdateAsync("""{"MaxWriteRequestUnits":-1}""");
        Assert.Null((await DescribeAsync())["OnDemandThroughput"]);

        Task UpdateAsync(string maxima) => CallAsync("UpdateTable", $$"""{"TableName":"things","OnDemandThroughput":{{maxima}}}""");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task An_on_demand_maximum_is_1_or_more(int units, bool isTaken)
    {
        var response = await SendAsync("CreateTable", Request($"\"OnDemandThroughput\":{{\"MaxReadRequestUnits\":{units}}}"));

        Assert.Equal(isTaken ? 200 : 400, response.Status);
    }

    [Fact]
    public async Task A_provisioned_table_has_no_on_demand_maximum() => Assert.Equal(
        ("ValidationException", $"{Invalid}OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST"),
        await FailAsync("CreateTable", Request("\"OnDemandThroughput\":{\"MaxReadRequestUnits\":5}").Replace(
            "\"BillingMode\":\"PAY_PER_REQUEST\"", "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":1,\"WriteCapacityUnits\":1}", StringComparison.Ordinal)));

    [Theory]
    [InlineData(11_999, false)]
    [InlineData(12_000, true)]
    public async Task A_table_is_never_less_warm_than_it_was(int reads, bool isTaken)
    {
        var response = await SendAsync("CreateTable", Request($"\"WarmThroughput\":{{\"ReadUnitsPerSecond\":{reads}}}"));

        Assert.Equal(isTaken ? 200 : 400, response.Status);
        if (!isTaken)
            Assert.Equal(
                $"{Invalid}Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, "
                + "decreasing WarmThroughput is not supported",
                (string?)response.Body["message"]);
        else
            Assert.Equal(
                """{"ReadUnitsPerSecond":12000,"WriteUnitsPerSecond":4000,"Status":"ACTIVE"}""",
                (await DescribeAsync())["WarmThroughput"]!.ToJsonString());
    }

    [Fact]
    public async Task An_index_has_its_own_and_an_update_changes_them_alone()
    {
        await CallAsync("CreateTable", """
            {"TableName":"things","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"c","AttributeType":"S"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byC","KeySchema":[{"AttributeName":"c","KeyType":"HASH"}],
               "Projection":{"ProjectionType":"ALL"},"OnDemandThroughput":{"MaxReadRequestUnits":3},
               "WarmThroughput":{"WriteUnitsPerSecond":5000}}]}
            """);

        await CallAsync("UpdateTable", """
            {"TableName":"things","GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"byC","OnDemandThroughput":{"MaxReadRequestUnits":4}}}]}
            """);

        var index = (await DescribeAsync())["GlobalSecondaryIndexes"]![0]!;
        Assert.Equal(4, (int)index["OnDemandThroughput"]!["MaxReadRequestUnits"]!);
        Assert.Equal(5000, (int)index["WarmThroughput"]!["WriteUnitsPerSecond"]!);
    }

    private Task<JsonObject> CreateAsync(string setting = "") => CallAsync("CreateTable", Request(setting));

    private async Task<JsonNode> DescribeAsync() => (await CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!;

    private static string Request(string setting) => $$"""
        {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]{{(setting.Length > 0 ? "," : "")}}{{setting}}}
        """;
}
