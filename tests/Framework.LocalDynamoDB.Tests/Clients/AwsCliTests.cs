using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Clients;

public sealed class AwsCliTests(AwsCli aws) : IClassFixture<AwsCli>
{
    [Fact]
    public async Task A_table_comes_with_its_indexes_is_waited_for_listed_and_goes()
    {
        var created = await aws.CallAsync(
            "dynamodb", "create-table", "--table-name", "indexed",
            "--attribute-definitions", "AttributeName=a,AttributeType=S", "AttributeName=b,AttributeType=N", "AttributeName=c,AttributeType=S",
            "--key-schema", "AttributeName=a,KeyType=HASH", "AttributeName=b,KeyType=RANGE",
            "--provisioned-throughput", "ReadCapacityUnits=5,WriteCapacityUnits=6",
            "--local-secondary-indexes", "IndexName=local,KeySchema=[{AttributeName=a,KeyType=HASH},{AttributeName=c,KeyType=RANGE}],Projection={ProjectionType=KEYS_ONLY}",
            "--global-secondary-indexes", """
                [{"IndexName":"global","KeySchema":[{"AttributeName":"c","KeyType":"HASH"}],
                  "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["d"]},
                  "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}]
                """);
        Assert.Equal("indexed", (string?)created["TableDescription"]!["TableName"]);
        await aws.CallAsync("dynamodb", "wait", "table-exists", "--table-name", "indexed");

        var table = (await aws.CallAsync("dynamodb", "describe-table", "--table-name", "indexed"))["Table"]!;
        Assert.Equal("ACTIVE", (string?)table["TableStatus"]);
        Assert.Equal("local", (string?)table["LocalSecondaryIndexes"]![0]!["IndexName"]);
        Assert.Equal("d", (string?)table["GlobalSecondaryIndexes"]![0]!["Projection"]!["NonKeyAttributes"]![0]);
        Assert.Equal(6, (int)table["ProvisionedThroughput"]!["WriteCapacityUnits"]!);
        Assert.Contains("indexed", Strings((await aws.CallAsync("dynamodb", "list-tables", "--page-size", "1"))["TableNames"]));

        await aws.CallAsync("dynamodb", "delete-table", "--table-name", "indexed");
        await aws.CallAsync("dynamodb", "wait", "table-not-exists", "--table-name", "indexed");
        Assert.Equal(
            "An error occurred (ResourceNotFoundException) when calling the DescribeTable operation: Requested resource not found: Table: indexed not found",
            Error(await aws.FailAsync("dynamodb", "describe-table", "--table-name", "indexed")));
    }

    [Fact]
    public async Task An_item_is_put_read_updated_and_deleted_on_condition()
    {
        await CreateTableAsync("items");
        string[] key = ["--table-name", "items", "--key", """{"a":{"S":"x"},"b":{"N":"1"}}"""];
        string[] put =
        [
            "dynamodb", "put-item", "--table-name", "items", "--condition-expression", "attribute_not_exists(a)",
            "--item", """{"a":{"S":"x"},"b":{"N":"1"},"n":{"N":"1"},"tags":{"SS":["p","q"]},"text":{"S":"Grüße"}}""",
        ];
        await aws.CallAsync(put);
        Assert.Equal(
            "An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed",
            Error(await aws.FailAsync(put)));

        var updated = await aws.CallAsync(
            [
                "dynamodb", "update-item", .. key, "--return-values", "UPDATED_NEW", "--return-consumed-capacity", "TOTAL",
                "--update-expression", "SET #t = :t ADD n :one", "--condition-expression", "n = :one",
                "--expression-attribute-names", """{"#t":"text"}""",
                "--expression-attribute-values", """{":t":{"S":"new"},":one":{"N":"1"}}""",
            ]);
        AssertJson("""{"Attributes":{"text":{"S":"new"},"n":{"N":"2"}},"ConsumedCapacity":{"TableName":"items","CapacityUnits":1.0}}""", updated);
        var got = await aws.CallAsync(
            ["dynamodb", "get-item", .. key, "--consistent-read", "--projection-expression", "n, tags"]);
        AssertJson("""{"Item":{"n":{"N":"2"},"tags":{"SS":["p","q"]}}}""", got);

        var deleted = await aws.CallAsync(["dynamodb", "delete-item", .. key, "--return-values", "ALL_OLD"]);
        Assert.Equal("new", (string?)deleted["Attributes"]!["text"]!["S"]);
        Assert.Empty((await aws.CallAsync(["dynamodb", "get-item", .. key])).AsObject());
        Assert.Equal(
            "An error occurred (ResourceNotFoundException) when calling the GetItem operation: Requested resource not found",
            Error(await aws.FailAsync("dynamodb", "get-item", "--table-name", "nowhere", "--key", """{"a":{"S":"x"}}""")));
    }

    [Fact]
    public async Task Batches_fill_a_table_that_query_and_scan_read_page_by_page()
    {
        await CreateTableAsync("pages");
        var puts = Enumerable.Range(10, 20).Select(n => $$$$$"""{"PutRequest":{"Item":{"a":{"S":"x"},"b":{"N":"{{{{{n}}}}}"}}}}""");
        var written = await aws.CallAsync("dynamodb", "batch-write-item", "--request-items", $$"""{"pages":[{{string.Join(',', puts)}}]}""");
        AssertJson("""{"UnprocessedItems":{}}""", written);
        var got = await aws.CallAsync(
            "dynamodb", "batch-get-item", "--request-items",
            """{"pages":{"Keys":[{"a":{"S":"x"},"b":{"N":"11"}},{"a":{"S":"x"},"b":{"N":"99"}}]}}""");
        AssertJson("""{"Responses":{"pages":[{"a":{"S":"x"},"b":{"N":"11"}}]},"UnprocessedKeys":{}}""", got);

        string[] query =
        [
            "dynamodb", "query", "--table-name", "pages", "--key-condition-expression", "a = :a AND b > :b",
            "--expression-attribute-values", """{":a":{"S":"x"},":b":{"N":"12"}}""", "--page-size", "3",
        ];
        var first = await aws.CallAsync([.. query, "--max-items", "5"]);
        Assert.Equal(["13", "14", "15", "16", "17"], Numbers(first));
        var rest = await aws.CallAsync([.. query, "--starting-token", (string)first["NextToken"]!]);
        Assert.Equal(Enumerable.Range(18, 12).Select(n => $"{n}"), Numbers(rest));
        var backward = await aws.CallAsync([.. query, "--no-scan-index-forward", "--max-items", "2"]);
        Assert.Equal(["29", "28"], Numbers(backward));

        var scanned = await aws.CallAsync("dynamodb", "scan", "--table-name", "pages", "--page-size", "7");
        Assert.Equal(Enumerable.Range(10, 20).Select(n => $"{n}"), Numbers(scanned));
        var counted = await aws.CallAsync(
            "dynamodb", "scan", "--table-name", "pages", "--page-size", "6", "--select", "COUNT",
            "--filter-expression", "b < :b", "--expression-attribute-values", """{":b":{"N":"15"}}""");
        Assert.Equal((5, 20), ((int)counted["Count"]!, (int)counted["ScannedCount"]!));
    }

    [Fact]
    public async Task A_transaction_is_done_whole_or_not_at_all_and_says_why()
    {
        await CreateTableAsync("transactions");
        string[] write =
        [
            "dynamodb", "transact-write-items", "--transact-items", """
                [{"Put":{"TableName":"transactions","Item":{"a":{"S":"x"},"b":{"N":"1"}}}},
                 {"Put":{"TableName":"transactions","Item":{"a":{"S":"x"},"b":{"N":"2"}},"ConditionExpression":"attribute_not_exists(a)"}}]
                """,
        ];
        await aws.CallAsync(write);
        Assert.Equal(
            "An error occurred (TransactionCanceledException) when calling the TransactWriteItems operation: "
            + "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",
            Error(await aws.FailAsync(write)));
        var read = await aws.CallAsync("dynamodb", "transact-get-items", "--transact-items", """
            [{"Get":{"TableName":"transactions","Key":{"a":{"S":"x"},"b":{"N":"2"}}}},
             {"Get":{"TableName":"transactions","Key":{"a":{"S":"x"},"b":{"N":"3"}}}}]
            """);
        AssertJson("""{"Responses":[{"Item":{"a":{"S":"x"},"b":{"N":"2"}}},{}]}""", read);
    }

    [Fact]
    public async Task Time_to_live_and_tags_are_set_and_shown()
    {
        await CreateTableAsync("settings");
        await aws.CallAsync(
            "dynamodb", "update-time-to-live", "--table-name", "settings", "--time-to-live-specification", "Enabled=true,AttributeName=ends");
        AssertJson(
            """{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"ends"}}""",
            await aws.CallAsync("dynamodb", "describe-time-to-live", "--table-name", "settings"));
        var table = (await aws.CallAsync("dynamodb", "describe-table", "--table-name", "settings"))["Table"]!;
        var arn = (string)table["TableArn"]!;
        await aws.CallAsync("dynamodb", "tag-resource", "--resource-arn", arn, "--tags", "Key=team,Value=red");
        AssertJson(
            """{"Tags":[{"Key":"team","Value":"red"}]}""",
            await aws.CallAsync("dynamodb", "list-tags-of-resource", "--resource-arn", arn));
    }

    [Fact]
    public async Task A_stream_shows_what_changed()
    {
        await CreateTableAsync("streamed", "--stream-specification", "StreamEnabled=true,StreamViewType=NEW_IMAGE");
        await aws.CallAsync("dynamodb", "put-item", "--table-name", "streamed", "--item", """{"a":{"S":"x"},"b":{"N":"1"}}""");
        var streams = await aws.CallAsync("dynamodbstreams", "list-streams", "--table-name", "streamed");
        var arn = (string)streams["Streams"]![0]!["StreamArn"]!;
        var stream = (await aws.CallAsync("dynamodbstreams", "describe-stream", "--stream-arn", arn))["StreamDescription"]!;
        Assert.Equal("ENABLED", (string?)stream["StreamStatus"]);
        var iterator = await aws.CallAsync(
            "dynamodbstreams", "get-shard-iterator", "--stream-arn", arn, "--shard-iterator-type", "TRIM_HORIZON",
            "--shard-id", (string)stream["Shards"]![0]!["ShardId"]!);
        var records = await aws.CallAsync("dynamodbstreams", "get-records", "--shard-iterator", (string)iterator["ShardIterator"]!);
        var record = Assert.Single(records["Records"]!.AsArray())!;
        Assert.Equal("INSERT", (string?)record["eventName"]);
        AssertJson("""{"a":{"S":"x"},"b":{"N":"1"}}""", record["dynamodb"]!["NewImage"]!);
    }

    private Task<JsonNode> CreateTableAsync(string name, params string[] more) => aws.CallAsync(
        [
            "dynamodb", "create-table", "--table-name", name, "--billing-mode", "PAY_PER_REQUEST",
            "--attribute-definitions", "AttributeName=a,AttributeType=S", "AttributeName=b,AttributeType=N",
            "--key-schema", "AttributeName=a,KeyType=HASH", "AttributeName=b,KeyType=RANGE", .. more,
        ]);

    // Version 2 may begin with "aws: [ERROR]: ".
    private static string Error(string text) => text[Math.Max(0, text.IndexOf("An error occurred", StringComparison.Ordinal))..];

    private static IEnumerable<string> Numbers(JsonNode page) => page["Items"]!.AsArray().Select(item => (string)item!["b"]!["N"]!);

    private static IEnumerable<string> Strings(JsonNode? array) => array!.AsArray().Select(text => (string)text!);

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}\nactual   {actual.ToJsonString()}");
}
