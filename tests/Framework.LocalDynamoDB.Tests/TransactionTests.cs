using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class TransactionTests : LocalDynamoDBTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateHashTableAsync();
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"x"},"n":{"N":"1"}}}""");
    }

    [Fact]
    public async Task One_failed_condition_undoes_the_whole_and_reasons_come_in_order()
    {
        var response = await SendAsync("TransactWriteItems", """
            {"TransactItems":[
              {"Put":{"TableName":"things","Item":{"a":{"S":"new"}}}},
              {"Update":{"TableName":"things","Key":{"a":{"S":"x"}},"UpdateExpression":"SET n = :two","ConditionExpression":"n = :two",
                "ExpressionAttributeValues":{":two":{"N":"2"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}]}
            """);
        Assert.Equal("TransactionCanceledException", response.ErrorType);
        Assert.Equal(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",
            (string?)response.Body["message"]);
        Assert.Equal("None", (string?)response.Body["CancellationReasons"]![0]!["Code"]);
        Assert.Equal("1", (string?)response.Body["CancellationReasons"]![1]!["Item"]!["n"]!["N"]);
        Assert.Null((await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"new"}}}"""))["Item"]);
    }

    [Fact]
    public async Task An_item_may_not_be_named_twice() =>
        Assert.Equal(
            ("ValidationException", "Transaction request cannot include multiple operations on one item"),
            await FailAsync("TransactWriteItems", """
                {"TransactItems":[{"Delete":{"TableName":"things","Key":{"a":{"S":"x"}}}},
                  {"ConditionCheck":{"TableName":"things","Key":{"a":{"S":"x"}},"ConditionExpression":"attribute_exists(a)"}}]}
                """));

    [Theory]
    [InlineData("TransactWriteItems", """{"Put":{"TableName":"things","Item":{"a":{"S":""}}}}""")]
    [InlineData("TransactWriteItems", """{"Delete":{"TableName":"things","Key":{"a":{"S":""}}}}""")]
    [InlineData("TransactWriteItems", """{"Update":{"TableName":"things","Key":{"a":{"S":""}},"UpdateExpression":"REMOVE n"}}""")]
    [InlineData("TransactWriteItems", """{"ConditionCheck":{"TableName":"things","Key":{"a":{"S":""}},"ConditionExpression":"attribute_exists(a)"}}""")]
    [InlineData("TransactGetItems", """{"Get":{"TableName":"things","Key":{"a":{"S":""}}}}""")]
    public async Task An_empty_key_fails_the_request_even_behind_a_part_that_is_invalid(string operation, string part)
    {
        const string Wrong = """{"TableName":"things","Key":{"a":{"N":"1"}}}""";
        var first = operation == "TransactGetItems" ? $$"""{"Get":{{Wrong}}}""" : $$"""{"Delete":{{Wrong}}}""";

        Assert.Equal(
            ("ValidationException", "One or more parameter values are not valid. The AttributeValue for a key attribute "
                + "cannot contain an empty string value. Key: a"),
            await FailAsync(operation, $$"""{"TransactItems":[{{first}},{{part}}]}"""));
    }

    [Theory]
    [InlineData("""{"Put":{"TableName":"indexed","Item":{"a":{"S":"x"},"c":{"S":""}}}}""")]
    [InlineData("""{"Update":{"TableName":"indexed","Key":{"a":{"S":"x"}},"UpdateExpression":"SET c = :c","ExpressionAttributeValues":{":c":{"S":""}}}}""")]
    public Task An_empty_key_of_an_index_fails_the_request(string part) => FailsAsync(part, "S");

    [Fact]
    public Task An_update_to_an_empty_key_fails_the_request_where_the_index_wants_another_type_too() => FailsAsync(
        """{"Update":{"TableName":"indexed","Key":{"a":{"S":"x"}},"UpdateExpression":"SET c = :c","ExpressionAttributeValues":{":c":{"S":""}}}}""", "N");

    private async Task FailsAsync(string part, string type)
    {
        await CallAsync("CreateTable", $$"""
            {"TableName":"indexed","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"c","AttributeType":"{{type}}"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byC","KeySchema":[{"AttributeName":"c","KeyType":"HASH"}],
               "Projection":{"ProjectionType":"ALL"} }]}
            """);

        var (error, message) = await FailAsync("TransactWriteItems", $$"""{"TransactItems":[{{part}}]}""");

        Assert.Equal("ValidationException", error);
        Assert.EndsWith("cannot contain an empty string value. IndexName: byC, IndexKey: c", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_looked_for_behind_the_first_part_that_is_invalid()
    {
        var response = await SendAsync("TransactWriteItems", """
            {"TransactItems":[{"Put":{"TableName":"things","Item":{"a":{"S":"y"}}}},
              {"Put":{"TableName":"things","Item":{"a":{"N":"7"}}}},{"Put":{"TableName":"things","Item":{"a":{"N":"8"}}}}]}
            """);
        Assert.Equal(
            ["None", "ValidationError", "None"],
            response.Body["CancellationReasons"]!.AsArray().Select(reason => (string?)reason!["Code"]));
    }

    [Fact]
    public async Task A_transaction_carries_4_MB_and_may_delete_more()
    {
        var text = new string('x', 300_000);
        var (type, message) = await FailAsync("TransactWriteItems", Transaction(Puts(0, 15)));
        Assert.Equal("ValidationException", type);
        Assert.StartsWith("Transaction payload size cannot exceed 4MB. Payload Size: 45000", message, StringComparison.Ordinal);

        await CallAsync("TransactWriteItems", Transaction(Puts(0, 10)));
        await CallAsync("TransactWriteItems", Transaction(Puts(10, 10)));
        await CallAsync("TransactWriteItems", Transaction(Enumerable.Range(0, 20).Select(number =>
            $$$"""{"Delete":{"TableName":"things","Key":{"a":{"S":"{{{number}}}"} } } }""")));

        IEnumerable<string> Puts(int first, int count) => Enumerable.Range(first, count).Select(number =>
            $$$"""{"Put":{"TableName":"things","Item":{"a":{"S":"{{{number}}}"},"t":{"S":"{{{text}}}"} } } }""");
        static string Transaction(IEnumerable<string> parts) => $$"""{"TransactItems":[{{string.Join(',', parts)}}]}""";
    }

    [Fact]
    public async Task The_same_token_runs_once_within_ten_minutes()
    {
        const string Request = """
            {"ClientRequestToken":"t1","TransactItems":[{"Update":{"TableName":"things","Key":{"a":{"S":"x"}},
              "UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}}]}
            """;
        await CallAsync("TransactWriteItems", Request);
        await CallAsync("TransactWriteItems", Request);
        Assert.Equal("2", await ReadNumberAsync());
        Assert.Equal(
            "IdempotentParameterMismatchException",
            (await FailAsync("TransactWriteItems", Request.Replace("\"x\"", "\"y\"", StringComparison.Ordinal))).Type);

        Clock.Advance(TimeSpan.FromMinutes(11));
        await CallAsync("TransactWriteItems", Request);
        Assert.Equal("3", await ReadNumberAsync());
    }

    [Fact]
    public async Task A_hundred_concurrent_increments_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CallAsync("UpdateItem", """
            {"TableName":"things","Key":{"a":{"S":"x"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}
            """)));
        Assert.Equal("101", await ReadNumberAsync());
    }

    private async Task<string?> ReadNumberAsync() => (string?)
        (await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"x"}}}"""))["Item"]!["n"]!["N"];
}
