using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class ItemTests : LocalDynamoDBTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateHashTableAsync();
    }

    [Fact]
    public async Task A_put_item_comes_back_with_numbers_in_canonical_form()
    {
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"n":{"N":"01.50"},"s":{"SS":["y","x"]},"t":{"S":""}}}""");
        var response = await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}""");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"Item":{"a":{"S":"k"},"n":{"N":"1.5"},"s":{"SS":["x","y"]},"t":{"S":""}}}"""), response));
    }

    [Theory]
    [InlineData("SET n = :v", """{"N":"7"}""")]
    [InlineData("SET n = n + :v", """{"N":"8"}""")]
    [InlineData("ADD n :v", """{"N":"8"}""")]
    [InlineData("SET n = if_not_exists(n, :v)", """{"N":"1"}""")]
    [InlineData("SET l[9] = :v", """{"L":[{"S":"0"},{"S":"1"},{"S":"2"},{"N":"7"}]}""")]
    [InlineData("SET n = :v REMOVE l[0], l[1]", """{"L":[{"S":"2"}]}""")]
    public async Task An_update_computes_from_the_item_as_it_was(string expression, string expected)
    {
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"n":{"N":"1"},"l":{"L":[{"S":"0"},{"S":"1"},{"S":"2"}]}}}""");
        var response = await CallAsync("UpdateItem", $$$"""
            {"TableName":"things","Key":{"a":{"S":"k"}},"UpdateExpression":"{{{expression}}}",
             "ExpressionAttributeValues":{":v":{"N":"7"}},"ReturnValues":"ALL_NEW"}
            """);
        var attribute = expression.Contains("l[", StringComparison.Ordinal) ? "l" : "n";
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), response["Attributes"]![attribute]!.ToJsonString());
    }

    [Fact]
    public async Task A_failed_condition_can_hand_the_item_back_and_changes_nothing()
    {
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"v":{"N":"1"}}}""");
        var response = await SendAsync("PutItem", """
            {"TableName":"things","Item":{"a":{"S":"k"},"v":{"N":"2"}},"ConditionExpression":"attribute_not_exists(a)",
             "ReturnValuesOnConditionCheckFailure":"ALL_OLD"}
            """);
        Assert.Equal((400, "ConditionalCheckFailedException"), (response.Status, response.ErrorType));
        Assert.Equal("1", (string?)response.Body["Item"]!["v"]!["N"]);
        var item = await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}""");
        Assert.Equal("1", (string?)item["Item"]!["v"]!["N"]);
    }

    [Fact]
    public async Task A_batch_leaves_keys_unprocessed_where_it_asks_too_much_of_one_partition()
    {
        var text = new string('x', 390 * 1024);
        foreach (var key in "1234")
            await CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"t":{"S":"{{{text}}}"},"a":{"S":"{{{key}}}"} } }""");
        var response = await CallAsync("BatchGetItem", """
            {"RequestItems":{"things":{"ConsistentRead":true,"Keys":[{"a":{"S":"1"}},{"a":{"S":"2"}},{"a":{"S":"3"}},{"a":{"S":"4"}}]}}}
            """);
        Assert.Equal(3, response["Responses"]!["things"]!.AsArray().Count);
        Assert.Equal(
            """{"things":{"ConsistentRead":true,"Keys":[{"a":{"S":"4"}}]}}""", response["UnprocessedKeys"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"a":{"S":""}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: a")]
    [InlineData("""{"a":{"N":"1"}}""", "One or more parameter values were invalid: Type mismatch for key a expected: S actual: N")]
    [InlineData("""{"b":{"S":"x"}}""", "One or more parameter values were invalid: Missing the key a in the item")]
    [InlineData("""{"a":{"S":"k"},"b":{}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"a":{"S":"k"},"b":{"S":"x","N":"1"}}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("""{"a":{"S":"k"},"b":{"SS":[]}}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"a":{"S":"k"},"b":{"NS":["1","1.0"]}}""", "Input collection contains duplicates")]
    [InlineData("""{"a":{"S":"k"},"b":{"N":"1e126"}}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    public async Task An_invalid_item_is_refused_in_the_words_of_the_service(string item, string message) =>
        Assert.Equal(
            ("ValidationException", message),
            await FailAsync("PutItem", $$"""{"TableName":"things","Item":{{item}}}"""));

    [Fact]
    public async Task An_item_may_have_400_KB_and_not_a_byte_more()
    {
        var fits = new string('x', (400 * 1024) - 3);
        await CallAsync("PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"k"},"b":{"S":"{{{{{fits}}}}}"}}}""");
        Assert.Equal(
            ("ValidationException", "Item size has exceeded the maximum allowed size"),
            await FailAsync("PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"k"},"b":{"S":"{{{{{fits}}}}}x"}}}"""));
        Assert.Equal(
            ("ValidationException", "Item size to update has exceeded the maximum allowed size"),
            await FailAsync("UpdateItem", """
                {"TableName":"things","Key":{"a":{"S":"k"}},"UpdateExpression":"SET c = :v","ExpressionAttributeValues":{":v":{"S":""}}}
                """));
    }

    [Fact]
    public async Task Values_may_nest_32_levels()
    {
        static string Nest(int levels) => string.Concat(Enumerable.Repeat("{\"L\":[", levels)) + "{\"S\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", levels));
        await CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"k"},"b":{{{Nest(31)}}}}}""");
        var (_, message) = await FailAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"k"},"b":{{{Nest(32)}}}}}""");
        Assert.StartsWith("Nesting Levels have exceeded supported limits", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"UpdateExpression\":\"REMOVE n\"")]
    [InlineData("\"UpdateExpression\":\"REMOVE n.m, o[1]\"")]
    [InlineData("\"UpdateExpression\":\"DELETE s :s\",\"ExpressionAttributeValues\":{\":s\":{\"SS\":[\"x\"]} }")]
    [InlineData("\"AttributeUpdates\":{\"n\":{\"Action\":\"DELETE\"} }")]
    public async Task An_update_that_only_takes_away_creates_no_item(string update)
    {
        Assert.Empty(await CallAsync("UpdateItem", $$$"""{"TableName":"things","Key":{"a":{"S":"k"} },"ReturnValues":"ALL_NEW",{{{update}}} }"""));
        Assert.Empty(await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}"""));
    }

    [Fact]
    public async Task An_update_of_nothing_creates_the_item_from_its_key()
    {
        await CallAsync("UpdateItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}""");
        Assert.NotNull((await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}"""))["Item"]);
    }

    [Theory]
    [InlineData(0, "Empty attribute name")]
    [InlineData(65536, "Attribute name is too large, must be less than 65536 bytes")]
    public async Task An_attribute_has_a_name_of_less_than_64_KB(int length, string fault)
    {
        var name = new string('x', length);
        Assert.Equal(
            ("ValidationException", fault),
            await FailAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"k"},"{{{name}}}":{"S":"x"} } }"""));
        Assert.Equal(
            ("ValidationException", fault),
            await FailAsync("GetItem", $$$"""{"TableName":"things","Key":{"a":{"S":"k"} },"AttributesToGet":["{{{name}}}"]}"""));
        Assert.Equal(
            ("ValidationException", $"ExpressionAttributeNames contains invalid value: {fault} for key #n"),
            await FailAsync("GetItem", $$$"""
                {"TableName":"things","Key":{"a":{"S":"k"} },"ProjectionExpression":"#n","ExpressionAttributeNames":{"#n":"{{{name}}}"} }
                """));
    }

    [Theory]
    [InlineData("SET c = name, b = foo(c)", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("SET b = foo(c), c = name", "Invalid function name; function: foo")]
    [InlineData("SET b = :undefined, b = c", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [b], path two: [b]")]
    [InlineData("SET b = list_append(:undefined, c), d = list_append(e)", "Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1")]
    public async Task The_first_fault_of_an_update_is_the_one_that_the_service_finds_first(string expression, string message) =>
        Assert.Equal(
            ("ValidationException", $"Invalid UpdateExpression: {message}"),
            await FailAsync("UpdateItem", $$$"""{"TableName":"things","Key":{"a":{"S":"k"} },"UpdateExpression":"{{{expression}}}"}"""));

    [Theory]
    [InlineData("name = foo(a)", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("foo(name) = a", "Invalid function name; function: foo")]
    [InlineData("size(foo(a))", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("b = contains(a, list_append(c, d))", "The function is not allowed to be used this way in an expression; function: contains")]
    public async Task The_first_fault_of_a_condition_is_the_one_that_the_service_finds_first(string expression, string message) =>
        Assert.Equal(
            ("ValidationException", $"Invalid ConditionExpression: {message}"),
            await FailAsync("DeleteItem", $$$"""{"TableName":"things","Key":{"a":{"S":"k"} },"ConditionExpression":"{{{expression}}}"}"""));

    [Fact]
    public async Task A_sum_of_more_than_38_digits_is_too_large() =>
        Assert.Equal(
            ("ValidationException", "Number overflow. Attempting to store a number with magnitude larger than supported range"),
            await FailAsync("UpdateItem", """
                {"TableName":"things","Key":{"a":{"S":"k"}},"UpdateExpression":"SET n = :big + :one",
                 "ExpressionAttributeValues":{":big":{"N":"1e50"},":one":{"N":"1"}}}
                """));

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    public async Task A_batch_takes_no_null_in_the_place_of_writes(string writes) =>
        Assert.Equal("ValidationException", (await FailAsync("BatchWriteItem", $$$"""{"RequestItems":{"things":{{{writes}}} } }""")).Type);

    [Fact]
    public async Task Constraints_are_listed_in_the_order_of_the_service() =>
        Assert.Equal(
            ("ValidationException",
                "3 validation errors detected: Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; "
                + "Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                + "Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3"),
            await FailAsync("GetItem", """{"TableName":"a;","Key":{},"ReturnConsumedCapacity":"x"}"""));

    [Fact]
    public async Task A_wrong_JSON_type_is_a_serialization_error() =>
        Assert.Equal(
            ("SerializationException", "NUMBER_VALUE cannot be converted to String"),
            await FailAsync("GetItem", """{"TableName":23}"""));

    [Fact]
    public async Task Sets_come_back_in_order()
    {
        await CallAsync("PutItem", """
            {"TableName":"things","Item":{"a":{"S":"sets"},"s":{"SS":["b","a","￮","😀","Z"]},"n":{"NS":["10","9","-1","1e3","0.5"]},
              "b":{"BS":["/w==","AQI=","AQ=="]}}}
            """);
        await CallAsync("UpdateItem", """
            {"TableName":"things","Key":{"a":{"S":"sets"}},"UpdateExpression":"ADD s :s DELETE n :n",
             "ExpressionAttributeValues":{":s":{"SS":["aa"]},":n":{"NS":["9"]}}}
            """);
        // Random programs do not compare the order: DynamoDB Local's differs after such an update.
        await CallAsync("UpdateItem", """
            {"TableName":"things","Key":{"a":{"S":"sets"}},"AttributeUpdates":{"n":{"Action":"ADD","Value":{"NS":["2.5"]}}}}
            """);

        var item = (await CallAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"sets"}}}"""))["Item"]!;

        Assert.Equal(["Z", "a", "aa", "b", "￮", "😀"], item["s"]!["SS"]!.AsArray().Select(member => (string?)member));
        Assert.Equal(["-1", "0.5", "2.5", "10", "1000"], item["n"]!["NS"]!.AsArray().Select(member => (string?)member));
        Assert.Equal(["AQ==", "AQI=", "/w=="], item["b"]!["BS"]!.AsArray().Select(member => (string?)member));
    }
}
