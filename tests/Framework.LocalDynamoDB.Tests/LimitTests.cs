using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Limits to the byte: one below, at, and one above.</summary>
public sealed class LimitTests : LocalDynamoDBTest
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string LongHash = $"{Invalid}Size of hashkey has exceeded the maximum size limit of2048 bytes";
    private const string LongRange = $"{Invalid}Aggregated size of all range keys has exceeded the size limit of 1024 bytes";

    // A text of n bytes makes an item that counts n + 9 and 19 for each of its (n + 8) / 3072 + 1 blocks: 342,118.
    private const int Text = 340_000;

    // With it, two such items and this one count 1,048,576.
    private const int LastText = 362_089;

    // PartiQL counts the item's size, which is n + 5.
    private const int LastSelectedText = (1024 * 1024) - (2 * (Text + 5)) - 5;

    [Theory]
    [InlineData(LastText - 1, 4)]
    [InlineData(LastText, 3)]
    [InlineData(LastText + 1, 3)]
    public async Task A_page_ends_with_the_item_that_fills_1_MB(int text, int count)
    {
        await PutFourAsync(text);

        foreach (var (operation, condition) in new[]
        {
            ("Query", ""","KeyConditionExpression":"a = :p","ExpressionAttributeValues":{":p":{"S":"p"}}"""),
            ("Scan", ""),
        })
        {
            var page = await CallAsync(operation, $$"""{"TableName":"things"{{condition}}}""");

            Assert.Equal(count, (int)page["Count"]!);
            Assert.Equal($"{count}", (string?)page["LastEvaluatedKey"]!["b"]!["S"]);
        }
    }

    [Theory]
    [InlineData(LastSelectedText - 1, 4)]
    [InlineData(LastSelectedText, 3)]
    [InlineData(LastSelectedText + 1, 3)]
    public async Task A_page_of_a_SELECT_ends_with_the_item_that_fills_1_MB(int text, int count)
    {
        await PutFourAsync(text);

        var page = await CallAsync("ExecuteStatement", """{"Statement":"SELECT * FROM \"things\" WHERE a = 'p'"}""");

        Assert.Equal(count, page["Items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(2047, 1023, null)]
    [InlineData(2048, 1024, null)]
    [InlineData(2049, 1024, LongHash)]
    [InlineData(2048, 1025, LongRange)]
    public async Task A_key_has_2048_and_1024_bytes(int hash, int range, string? message)
    {
        await CreateRangeTableAsync(rangeType: "S");
        var key = $$$"""{"a":{"S":"{{{new string('a', hash)}}}"},"b":{"S":"{{{new string('b', range)}}}"}}""";

        foreach (var (operation, name) in new[]
        {
            ("PutItem", "Item"), ("GetItem", "Key"), ("UpdateItem", "Key"), ("DeleteItem", "Key"),
        })
        {
            var response = await SendAsync(operation, $$"""{"TableName":"things","{{name}}":{{key}} }""");

            Assert.Equal(message, Message(response.Body));
        }
    }

    [Theory]
    [InlineData(1023, null)]
    [InlineData(1024, null)]
    [InlineData(1025, LongRange)]
    public async Task A_condition_looks_for_a_sort_key_of_1024_bytes(int length, string? message)
    {
        await CreateRangeTableAsync(rangeType: "S");

        var response = await SendAsync("Query", $$$$"""
            {"TableName":"things","KeyConditionExpression":"a = :a AND b = :b",
             "ExpressionAttributeValues":{":a":{"S":"p"},":b":{"S":"{{{{new string('b', length)}}}}"}}}
            """);

        Assert.Equal(message, Message(response.Body));
    }

    private static string? Message(JsonNode body) => (string?)body["message"];

    private async Task PutFourAsync(int third)
    {
        await CreateRangeTableAsync(rangeType: "S");
        foreach (var (sort, text) in new[] { ("1", Text), ("2", Text), ("3", third), ("4", 1) })
            await CallAsync("PutItem", $$$$"""
                {"TableName":"things","Item":{"a":{"S":"p"},"b":{"S":"{{{{sort}}}}"},"c":{"S":"{{{{new string('x', text)}}}}"}}}
                """);
    }
}
