using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>What CreateTable and UpdateTable refuse.</summary>
public sealed class TableRulesTests : LocalDynamoDBTest
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Units = """{"ReadCapacityUnits":1,"WriteCapacityUnits":1}""";

    [Theory]
    [InlineData("\"GlobalSecondaryIndexes\"", "c")]
    [InlineData("\"LocalSecondaryIndexes\"", "a")]
    public async Task An_attribute_that_no_key_has_is_refused_beside_an_index(string indexes, string hash)
    {
        var range = hash == "a" ? """,{"AttributeName":"c","KeyType":"RANGE"}""" : "";

        Assert.Equal(
            ("ValidationException", $"{Invalid}Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, c, d], keys used: [a, b, c]"),
            await FailAsync("CreateTable", $$"""
                {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{{Defined("a", "b", "c", "d")}}],
                 "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
                 {{indexes}}:[{"IndexName":"byC","Projection":{"ProjectionType":"ALL"},
                   "KeySchema":[{"AttributeName":"{{hash}}","KeyType":"HASH"}{{range}}]}]}
                """));
    }

    [Fact]
    public async Task A_provisioned_table_has_no_index_without_throughput()
    {
        const string Index = """
            {"IndexName":"byC","Projection":{"ProjectionType":"ALL"},"KeySchema":[{"AttributeName":"c","KeyType":"HASH"}]}
            """;
        var expected = ("ValidationException", $"{Invalid}ProvisionedThroughput is not specified for index: byC");

        Assert.Equal(expected, await FailAsync("CreateTable", $$"""
            {"TableName":"things","ProvisionedThroughput":{{Units}},"AttributeDefinitions":[{{Defined("a", "c")}}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"GlobalSecondaryIndexes":[{{Index}}]}
            """));
        await CallAsync("CreateTable", $$"""
            {"TableName":"things","ProvisionedThroughput":{{Units}},"AttributeDefinitions":[{{Defined("a")}}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
            """);
        Assert.Equal(expected, await FailAsync("UpdateTable", $$"""
            {"TableName":"things","AttributeDefinitions":[{{Defined("c")}}],"GlobalSecondaryIndexUpdates":[{"Create":{{Index}}}]}
            """));
    }

    private static string Defined(params string[] names) =>
        string.Join(',', names.Select(name => $$"""{"AttributeName":"{{name}}","AttributeType":"S"}"""));
}
