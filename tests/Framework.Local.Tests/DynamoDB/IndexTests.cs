using Framework.Local.Tests.DynamoDB.Support;

namespace Framework.Local.Tests.DynamoDB;

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
