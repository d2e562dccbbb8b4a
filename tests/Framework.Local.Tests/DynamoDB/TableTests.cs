using Framework.Local.Tests.DynamoDB.Support;

namespace Framework.Local.Tests.DynamoDB;

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
    public async Task PartiQL_is_refused_by_name()
    {
        var (type, message) = await FailAsync("ExecuteStatement", """{"Statement":"SELECT * FROM things"}""");
        Assert.Equal("ValidationException", type);
        Assert.StartsWith("ExecuteStatement is not served by the local DynamoDB.", message, StringComparison.Ordinal);
    }

    private async Task<string?> StatusAsync() =>
        (string?)(await CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!["TableStatus"];
}
