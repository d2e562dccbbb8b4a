using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Which key schemas of several attributes a table's indexes may have.</summary>
public sealed class SeveralKeyAttributesSchemaTests : LocalDynamoDBTest
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Fact]
    public async Task An_index_has_up_to_four_attributes_of_each_kind_and_names_them_in_their_order()
    {
        string[] parts = ["d:HASH", "c:HASH", "b:HASH", "a:HASH", "h:RANGE", "g:RANGE", "f:RANGE", "e:RANGE"];
        await CallAsync("CreateTable", Create("wide", parts));
        var index = (await CallAsync("DescribeTable", """{"TableName":"wide"}"""))["Table"]!["GlobalSecondaryIndexes"]![0]!;
        Assert.Equal(parts, index["KeySchema"]!.AsArray().Select(part => $"{part!["AttributeName"]}:{part["KeyType"]}"));
    }

    [Theory]
    [InlineData("a:HASH b:HASH c:HASH d:HASH e:HASH", Invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes")]
    [InlineData("a:HASH b:RANGE c:RANGE d:RANGE e:RANGE f:RANGE", Invalid + "The KeySchema exceeds the maximum allowed number of RANGE key attributes")]
    [InlineData("a:HASH b:RANGE c:HASH", Invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema")]
    [InlineData("a:HASH b:HASH a:RANGE", "The KeySchema contains multiple key attributes with the same name")]
    [InlineData("a:HASH a:RANGE", "Both the Hash Key and the Range Key element in the KeySchema have the same name")]
    [InlineData("a:RANGE b:RANGE", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData("a:HASH x:HASH", Invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [a, x], "
        + "AttributeDefinitions: [id, a, b, c, d, e, f, g, h]")]
    public async Task A_key_schema_that_is_none_is_refused(string schema, string message)
    {
        var create = Create("wide", schema.Split(' '));
        Assert.Equal(("ValidationException", message), await FailAsync("CreateTable", create));
        await CreateHashTableAsync();
        var request = JsonNode.Parse(create)!;
        var update = new JsonObject
        {
            ["TableName"] = "things",
            ["AttributeDefinitions"] = request["AttributeDefinitions"]!.DeepClone(),
            ["GlobalSecondaryIndexUpdates"] =
                new JsonArray(new JsonObject { ["Create"] = request["GlobalSecondaryIndexes"]![0]!.DeepClone() }),
        };
        Assert.Equal(("ValidationException", message), await FailAsync("UpdateTable", update.ToJsonString()));
    }

    [Theory]
    [InlineData("keySchema", "a:HASH b:RANGE c:RANGE", "a:HASH b:RANGE")]
    [InlineData("localSecondaryIndexes.1.member.keySchema", "a:HASH b:RANGE", "a:HASH b:RANGE c:RANGE")]
    public async Task A_table_and_a_local_index_stay_at_one_attribute_of_each_kind(string member, string table, string local)
    {
        var (type, message) = await FailAsync("CreateTable", $$"""
            {"TableName":"narrow","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},
               {"AttributeName":"b","AttributeType":"S"},{"AttributeName":"c","AttributeType":"S"}],"KeySchema":{{Schema(table.Split(' '))}},
             "LocalSecondaryIndexes":[{"IndexName":"byC","Projection":{"ProjectionType":"ALL"},"KeySchema":{{Schema(local.Split(' '))}} }]}
            """);
        Assert.Equal("ValidationException", type);
        Assert.EndsWith(
            $"at '{member}' failed to satisfy constraint: Member must have length less than or equal to 2",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_added_later_holds_what_fits_and_lets_go_of_its_types_when_it_goes()
    {
        await CreateHashTableAsync();
        foreach (var (id, rest) in new[]
        {
            ("1", """,{"g":{"S":"x"},"h":{"N":"2"},"i":{"S":"y"}}"""),
            ("2", """,{"g":{"S":"x"},"h":{"N":"10"},"i":{"S":"y"}}"""),
            ("3", """,{"g":{"S":"x"},"h":{"S":"2"},"i":{"S":"y"}}"""),
            ("4", """,{"g":{"S":"x"},"h":{"N":"2"},"i":{"S":""}}"""),
            ("5", """,{"g":{"S":"x"},"h":{"N":"2"}}"""),
            ("6", $$$$""",{"g":{"S":"{{{{new string('x', 1200)}}}}"},"h":{"N":"2"},"i":{"S":"{{{{new string('y', 1200)}}}}"}}"""),
        })
            await CallAsync("PutItem", $$$"""{"TableName":"things","Item":{"a":{"S":"{{{id}}}"},{{{rest[2..]}}} }""");
        await CallAsync("UpdateTable", """
            {"TableName":"things","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"},
               {"AttributeName":"h","AttributeType":"N"},{"AttributeName":"i","AttributeType":"S"}],
             "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byAll","Projection":{"ProjectionType":"ALL"},"KeySchema":[
               {"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"i","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"}]}}]}
            """);
        Assert.Equal(
            ["1", "2"],
            (await CallAsync("Scan", """{"TableName":"things","IndexName":"byAll"}"""))["Items"]!.AsArray()
                .Select(item => (string)item!["a"]!["S"]!));

        await CallAsync("UpdateTable", """{"TableName":"things","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"byAll"}}]}""");
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"7"},"g":{"N":"1"},"h":{"S":"1"}}}""");
    }

    [Fact]
    public async Task The_index_is_there_again_when_the_file_is_opened_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("things.db");
        for (var run = 0; run < 2; run++)
        {
            await using var local = await LocalDynamoDB.StartAsync(new() { DataFile = file });
            using var endpoint = new DynamoDBEndpoint(local.Endpoint);
            if (run == 0)
            {
                await endpoint.CallAsync("CreateTable", Create("wide", ["a:HASH", "b:HASH", "c:RANGE", "d:RANGE"], "abcd"));
                await endpoint.CallAsync("PutItem", """
                    {"TableName":"wide","Item":{"id":{"S":"1"},"a":{"S":"a"},"b":{"S":"b"},"c":{"S":"c"},"d":{"S":"d"}}}
                    """);
                continue;
            }

            Assert.Single((await endpoint.CallAsync("Query", """
                {"TableName":"wide","IndexName":"index","KeyConditionExpression":"a = :a AND b = :b AND c = :c AND d = :d",
                 "ExpressionAttributeValues":{":a":{"S":"a"},":b":{"S":"b"},":c":{"S":"c"},":d":{"S":"d"}}}
                """))["Items"]!.AsArray());
        }
    }

    private static string Create(string table, string[] parts, string names = "abcdefgh") => $$"""
        {"TableName":"{{table}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{{string.Join(',', names.Select(name =>
             $$"""{"AttributeName":"{{name}}","AttributeType":"S"}"""))}}],
         "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
         "GlobalSecondaryIndexes":[{"IndexName":"index","Projection":{"ProjectionType":"ALL"},"KeySchema":{{Schema(parts)}} }]}
        """;

    private static string Schema(string[] parts) => $"[{string.Join(',', parts.Select(part =>
        $$"""{"AttributeName":"{{part.Split(':')[0]}}","KeyType":"{{part.Split(':')[1]}}"}"""))}]";
}
