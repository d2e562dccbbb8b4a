using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

public sealed class TableTests : LocalDynamoDBTest
{
    protected override TimeSpan TransitionTime => TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_table_is_usable_only_once_it_is_active()
    {
        await CreateHashTableAsync();
        Assert.Equal("CREATING", await StatusAsync());
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found"),
            await FailAsync("GetItem", """{"TableName":"things","Key":{"a":{"S":"1"}}}"""));
        Assert.Equal(
            ("ResourceInUseException", "Attempt to change a resource which is still in use: Table is being created: things"),
            await FailAsync("DeleteTable", """{"TableName":"things"}"""));

        Clock.Advance(TransitionTime);
        Assert.Equal("ACTIVE", await StatusAsync());
        await CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"1"}}}""");

        await CallAsync("DeleteTable", """{"TableName":"things"}""");
        Assert.Equal("DELETING", await StatusAsync());
        Clock.Advance(TransitionTime);
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found: Table: things not found"),
            await FailAsync("DescribeTable", """{"TableName":"things"}"""));
    }

    [Fact]
    public async Task Tags_and_time_to_live_are_kept_with_the_table()
    {
        await CreateHashTableAsync();
        Clock.Advance(TransitionTime);
        const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/things";
        await CallAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"k","Value":"v"},{"Key":"l","Value":"w"}]}""");
        await CallAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["k"]}""");
        var tag = Assert.Single((await CallAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}"}"""))["Tags"]!.AsArray())!;
        Assert.Equal("w", (string?)tag["Value"]);

        await CallAsync("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"ends"}}""");
        var timeToLive = (await CallAsync("DescribeTimeToLive", """{"TableName":"things"}"""))["TimeToLiveDescription"]!;
        Assert.Equal(("ENABLED", "ends"), ((string?)timeToLive["TimeToLiveStatus"], (string?)timeToLive["AttributeName"]));
        Assert.Equal(
            ("ValidationException", "TimeToLive is already enabled"),
            await FailAsync("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"ends"}}"""));
    }

    [Fact]
    public async Task A_protected_table_is_not_deleted()
    {
        await CreateHashTableAsync();
        Clock.Advance(TransitionTime);
        await CallAsync("UpdateTable", """{"TableName":"things","DeletionProtectionEnabled":true}""");
        Clock.Advance(TransitionTime);
        Assert.Equal("ValidationException", (await FailAsync("DeleteTable", """{"TableName":"things"}""")).Type);
    }

    [Fact]
    public async Task The_response_to_a_deletion_has_no_keys_and_indexes()
    {
        await CreateHashTableAsync();
        Clock.Advance(TransitionTime);
        var table = (await CallAsync("DeleteTable", """{"TableName":"things"}"""))["TableDescription"]!.AsObject();
        Assert.Equal("DELETING", (string?)table["TableStatus"]);
        Assert.Empty(table.Select(member => member.Key).Intersect(["KeySchema", "AttributeDefinitions", "CreationDateTime"]));
    }

    [Theory]
    [InlineData(0, "k", "v")]
    [InlineData(1, "k", null)]
    [InlineData(1, "!", "v")]
    [InlineData(1, "k", "%")]
    [InlineData(129, "k", "v")]
    [InlineData(1, "k", "257 characters")]
    public async Task A_tag_keeps_the_restrictions_of_tags(int keyLength, string key, string? value)
    {
        await CreateHashTableAsync();
        Clock.Advance(TransitionTime);
        var tag = new JsonObject { ["Key"] = string.Concat(Enumerable.Repeat(key, keyLength)), ["Value"] = value?.PadRight(value.Length == 1 ? 1 : 257) };
        Assert.Equal("ValidationException", (await FailAsync("TagResource", Tagging(tag.ToJsonString()))).Type);
    }

    [Fact]
    public async Task A_table_has_at_most_50_tags()
    {
        await CreateHashTableAsync();
        Clock.Advance(TransitionTime);
        await CallAsync("TagResource", Tagging([.. Enumerable.Range(0, 50).Select(Tag)]));
        Assert.Equal("ValidationException", (await FailAsync("TagResource", Tagging(Tag(50)))).Type);

        static string Tag(int number) => $$"""{"Key":"{{number}}","Value":""}""";
    }

    [Fact]
    public async Task Names_of_keys_are_unique_and_have_at_most_255_characters()
    {
        var name = new string('x', 256);
        Assert.Contains("less than or equal to 255", (await FailAsync("CreateTable", $$"""
            {"TableName":"things","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"{{name}}","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"{{name}}","AttributeType":"S"}]}
            """)).Message, StringComparison.Ordinal);
        Assert.Equal(
            "One or more parameter values were invalid: Duplicate AttributeName in AttributeDefinitions: a",
            (await FailAsync("CreateTable", """
                {"TableName":"things","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
                 "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"a","AttributeType":"N"}]}
                """)).Message);
    }

    [Fact]
    public async Task Tools_get_a_response_to_what_they_ask_before_they_work()
    {
        await CreateHashTableAsync();
        var endpoint = (await CallAsync("DescribeEndpoints", "{}"))["Endpoints"]![0]!;
        Assert.Equal(Local.Endpoint.Authority, (string?)endpoint["Address"]);
        Assert.Equal(40_000, (int)(await CallAsync("DescribeLimits", "{}"))["TableMaxReadCapacityUnits"]!);
        var backups = (await CallAsync("DescribeContinuousBackups", """{"TableName":"things"}"""))["ContinuousBackupsDescription"]!;
        Assert.Equal("DISABLED", (string?)backups["PointInTimeRecoveryDescription"]!["PointInTimeRecoveryStatus"]);
    }

    private static string Tagging(params string[] tags) => $$"""
        {"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/things","Tags":[{{string.Join(',', tags)}}]}
        """;

    private async Task<string?> StatusAsync() =>
        (string?)(await CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!["TableStatus"];
}
