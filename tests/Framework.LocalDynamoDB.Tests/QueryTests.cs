using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class QueryTests : LocalDynamoDBTest
{
    private static readonly string[] Numbers = ["-100", "-2.5", "-0.01", "0", "0.1", "3", "20", "1e30"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateRangeTableAsync();
        foreach (var number in Numbers.Reverse())
            await CallAsync("PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"p"},"b":{"N":"{{{{{number}}}}}"}}}""");
    }

    [Theory]
    [InlineData("a = :p", "-100 -2.5 -0.01 0 0.1 3 20 1000000000000000000000000000000")]
    [InlineData("a = :p AND b < :x", "-100 -2.5 -0.01 0 0.1")]
    [InlineData("a = :p AND b >= :x", "3 20 1000000000000000000000000000000")]
    [InlineData("a = :p AND b BETWEEN :w AND :x", "-0.01 0 0.1 3")]
    [InlineData(":x = b AND a = :p", "3")]
    public async Task The_sort_key_orders_and_bounds_numerically(string condition, string expected)
    {
        var values = string.Join(',', new[] { (":p", """{"S":"p"}"""), (":x", """{"N":"3"}"""), (":w", """{"N":"-0.01"}""") }
            .Where(pair => condition.Contains(pair.Item1, StringComparison.Ordinal)).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"));
        Assert.Equal(expected.Split(' '), Keys(await CallAsync("Query", Request(condition, values, ""))));
        Assert.Equal(expected.Split(' ').Reverse(), Keys(await CallAsync("Query", Request(condition, values, ",\"ScanIndexForward\":false"))));
    }

    [Fact]
    public async Task Pages_join_without_gap_or_repetition()
    {
        foreach (var forward in new[] { "true", "false" })
        {
            var seen = new List<string>();
            var start = "";
            do
            {
                var page = await CallAsync("Query", Request("a = :p", "\":p\":{\"S\":\"p\"}", $",\"Limit\":3,\"ScanIndexForward\":{forward}{start}"));
                seen.AddRange(Keys(page));
                start = page["LastEvaluatedKey"] is { } last ? $",\"ExclusiveStartKey\":{last.ToJsonString()}" : "";
            }
            while (start.Length > 0);
            Assert.Equal(Numbers.Length, seen.Count);
            Assert.Equal(Numbers.Length, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task A_page_ends_at_1_MB_before_the_filter()
    {
        var big = new string('x', 300_000);
        for (var i = 0; i < 5; i++)
            await CallAsync("PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"big"},"b":{"N":"{{{{{i}}}}}"},"c":{"S":"{{{{{big}}}}}"}}}""");
        var page = await CallAsync("Query", Request(
            "a = :p", "\":p\":{\"S\":\"big\"}", ",\"FilterExpression\":\"attribute_not_exists(c)\""));
        Assert.Equal(0, (int)page["Count"]!);
        Assert.Equal(4, (int)page["ScannedCount"]!);
        Assert.Equal("3", (string?)page["LastEvaluatedKey"]!["b"]!["N"]);
    }

    [Fact]
    public async Task Segments_of_a_scan_share_the_table_out()
    {
        for (var i = 0; i < 40; i++)
            await CallAsync("PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"k{{{{{i}}}}}"},"b":{"N":"0"}}}""");
        var all = new List<string>();
        for (var segment = 0; segment < 3; segment++)
            all.AddRange((await CallAsync("Scan", $$"""{"TableName":"things","TotalSegments":3,"Segment":{{segment}}}"""))
                ["Items"]!.AsArray().Select(item => item!.ToJsonString()));
        Assert.Equal(48, all.Count);
        Assert.Equal(48, all.Distinct().Count());
    }

    [Theory]
    [InlineData("a = :p OR b = :x", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("b = :x", "Query condition missed key schema element: a")]
    [InlineData("a > :p", "Query key condition not supported")]
    [InlineData("a = :x", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    public async Task A_condition_that_no_key_can_meet_is_refused(string condition, string message)
    {
        var values = string.Join(',', new[] { (":p", """{"S":"p"}"""), (":x", """{"N":"3"}""") }
            .Where(pair => condition.Contains(pair.Item1, StringComparison.Ordinal)).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"));
        Assert.Equal(("ValidationException", message), await FailAsync("Query", Request(condition, values, "")));
    }

    [Theory]
    [InlineData("a = :p", 2049, "Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData("a = :p", 12_000_000, "Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData("a = :x AND b < :p", 1025, "Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    [InlineData("a = :x AND begins_with(b, :p)", 1025, "Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    public async Task A_condition_longer_than_any_key_is_refused(string condition, int length, string message)
    {
        await CreateRangeTableAsync("texts", "S");
        var values = $"\":p\":{{\"S\":\"{new string('p', length)}\"}}" + (condition.Contains(":x", StringComparison.Ordinal)
            ? ",\":x\":{\"S\":\"x\"}" : "");
        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: " + message),
            await FailAsync("Query", Request(condition, values, "").Replace("things", "texts", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_only_item_of_a_partition_has_none_behind_it()
    {
        await CreateHashTableAsync("single");
        Assert.Equal(
            ("ValidationException", "The provided exclusive start key is invalid: ExclusiveStartKey: {a=AttributeValue: {S:p}}"),
            await FailAsync("Query", """
                {"TableName":"single","KeyConditionExpression":"a = :p","ExpressionAttributeValues":{":p":{"S":"p"}},
                 "ExclusiveStartKey":{"a":{"S":"p"}}}
                """));
    }

    [Fact]
    public async Task A_page_without_items_costs_a_unit_all_the_same()
    {
        const string Values = "\":p\":{\"S\":\"nobody\"}";
        var eventual = await CallAsync("Query", Request("a = :p", Values, ",\"ReturnConsumedCapacity\":\"TOTAL\""));
        Assert.Equal(0.5, (double)eventual["ConsumedCapacity"]!["CapacityUnits"]!);
        var consistent = await CallAsync(
            "Query", Request("a = :p", Values, ",\"ReturnConsumedCapacity\":\"TOTAL\",\"ConsistentRead\":true"));
        Assert.Equal(1, (double)consistent["ConsumedCapacity"]!["CapacityUnits"]!);
    }

    [Fact]
    public async Task A_table_is_cut_into_at_most_a_million_segments() =>
        Assert.Contains(
            "less than or equal to 1000000",
            (await FailAsync("Scan", """{"TableName":"things","TotalSegments":1000001,"Segment":0}""")).Message,
            StringComparison.Ordinal);

    private static string Request(string condition, string values, string rest) =>
        $"{{\"TableName\":\"things\",\"KeyConditionExpression\":\"{condition}\",\"ExpressionAttributeValues\":{{{values}}}{rest}}}";

    private static IEnumerable<string> Keys(JsonObject page) =>
        page["Items"]!.AsArray().Select(item => (string)item!["b"]!["N"]!);
}
