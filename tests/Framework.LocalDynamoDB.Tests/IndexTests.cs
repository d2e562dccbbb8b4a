using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class IndexTests : LocalDynamoDBTest
{
    [Fact]
    public async Task An_index_added_later_holds_the_items_that_have_its_key_and_follows_them()
    {
        await CreateHashTableAsync();
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"1"},"g":{"S":"x"},"e":{"S":"e"},"f":{"S":"f"}}}""");
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"2"}}}""");
        await CallAsync("UpdateTable", """
            {"TableName":"things","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],
             "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
               "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["e"]}}}]}
            """);
        const string Query = """
            {"TableName":"things","IndexName":"byG","KeyConditionExpression":"g = :x","ExpressionAttributeValues":{":x":{"S":"x"}}}
            """;
        var found = Assert.Single((await CallAsync("Query", Query))["Items"]!.AsArray())!.AsObject();
        Assert.Equal(["a", "e", "g"], found.Select(member => member.Key).Order());

        await CallAsync("UpdateItem", """{"TableName":"things","Key":{"a":{"S":"1"}},"UpdateExpression":"REMOVE g"}""");
        Assert.Empty((await CallAsync("Query", Query))["Items"]!.AsArray());
        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: byG"),
            await FailAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"3"},"g":{"N":"1"}}}"""));

        await CallAsync("UpdateTable", """{"TableName":"things","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"byG"}}]}""");
        Assert.Equal(
            ("ValidationException", "The table does not have the specified index: byG"), await FailAsync("Query", Query));
    }

    [Fact]
    public async Task An_index_added_later_leaves_out_what_cannot_be_its_key()
    {
        await CreateHashTableAsync();
        foreach (var (key, value) in new[] { ("1", "fits"), ("2", ""), ("3", new string('x', 2049)) })
            await CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"{{{key}}}"},"g":{"S":"{{{value}}}"} } }""");
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"4"},"g":{"N":"1"}}}""");
        await CallAsync("UpdateTable", AddIndex("S"));
        var items = (await CallAsync("Scan", """{"TableName":"things","IndexName":"byG"}"""))["Items"]!.AsArray();
        Assert.Equal("1", (string?)Assert.Single(items)!["a"]!["S"]);

        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"),
            await FailAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"5"},"g":{"S":"{{{new string('x', 2049)}}}"} } }"""));
    }

    [Fact]
    public async Task A_key_attribute_keeps_its_type_and_must_be_defined_with_its_index()
    {
        await CreateHashTableAsync();
        await CallAsync("UpdateTable", AddIndex("S"));
        var other = AddIndex("N").Replace("byG", "byG2", StringComparison.Ordinal);
        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: Attributes cannot be redefined. Please check that "
                + "your attribute has the same type as previously defined. Existing schema: Schema:[SchemaElement: key{g:S:HASH}] "
                + "New schema: Schema:[SchemaElement: key{g:N:HASH}]"),
            await FailAsync("UpdateTable", other));
        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: Some index key attributes are not defined in "
                + "AttributeDefinitions. Keys: [g], AttributeDefinitions: []"),
            await FailAsync("UpdateTable", other.Replace(
                """{"AttributeName":"g","AttributeType":"N"}""", "", StringComparison.Ordinal)));

        // What no key needs is defined no more.
        var left = await CallAsync(
            "UpdateTable", """{"TableName":"things","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"byG"}}]}""");
        Assert.Single(left["TableDescription"]!["AttributeDefinitions"]!.AsArray());
    }

    private static string AddIndex(string type) => $$$"""
        {"TableName":"things","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"{{{type}}}"}],
         "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
           "Projection":{"ProjectionType":"ALL"} } }]}
        """;

    [Fact]
    public async Task An_index_knows_how_many_items_it_holds_and_what_is_projected_of_them()
    {
        await CallAsync("CreateTable", """
            {"TableName":"counted","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byG","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
               "Projection":{"ProjectionType":"KEYS_ONLY"}}]}
            """);
        await CallAsync("PutItem", """{"TableName":"counted","Item":{"a":{"S":"1"},"g":{"S":"xyz"},"e":{"S":"not in the index"}}}""");
        await CallAsync("PutItem", """{"TableName":"counted","Item":{"a":{"S":"2"},"g":{"S":"x"}}}""");
        await CallAsync("PutItem", """{"TableName":"counted","Item":{"a":{"S":"3"}}}""");
        Assert.Equal((2, 10), await CountAsync());

        await CallAsync("UpdateItem", """{"TableName":"counted","Key":{"a":{"S":"1"}},"UpdateExpression":"REMOVE g"}""");
        Assert.Equal((1, 4), await CountAsync());

        async Task<(int, int)> CountAsync()
        {
            var table = (await CallAsync("DescribeTable", """{"TableName":"counted"}"""))["Table"]!;
            Assert.Equal(3, (int)table["ItemCount"]!);
            var index = table["GlobalSecondaryIndexes"]![0]!;
            return ((int)index["ItemCount"]!, (int)index["IndexSizeBytes"]!);
        }
    }
}
