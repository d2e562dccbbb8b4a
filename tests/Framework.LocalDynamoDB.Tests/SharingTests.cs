using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Which callers see the same tables.</summary>
public sealed class SharingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Access_keys_and_regions_are_apart_unless_they_share(bool isShared, int count)
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { IsShared = isShared }, Cancellation);
        using var first = Client(local, "one", "us-east-1");
        await CreateAsync(first);

        foreach (var (key, region) in new[] { ("two", "us-east-1"), ("one", "eu-west-1") })
        {
            using var other = Client(local, key, region);
            Assert.Equal(count, (await other.ListTablesAsync(Cancellation)).TableNames?.Count ?? 0);
        }
        using var same = Client(local, "one", "us-east-1");
        Assert.Single((await same.ListTablesAsync(Cancellation)).TableNames);
    }

    [Fact]
    public async Task What_is_apart_has_its_region_in_its_ARNs()
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { IsShared = false }, Cancellation);
        using var client = Client(local, "one", "eu-west-1");

        Assert.Equal("arn:aws:dynamodb:eu-west-1:000000000000:table/things", (await CreateAsync(client)).TableArn);
        Assert.StartsWith(
            "arn:aws:dynamodb:eu-west-1:", (await client.DescribeTableAsync("things", Cancellation)).Table.LatestStreamArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_apart_is_kept_in_files_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var options = new LocalDynamoDBOptions { DataFile = folder.File("data.sqlite"), IsShared = false };
        await using (var local = await LocalDynamoDB.StartAsync(options, Cancellation))
        {
            using var client = Client(local, "one", "us-east-1");
            await CreateAsync(client);
        }

        await using var again = await LocalDynamoDB.StartAsync(options, Cancellation);
        using var reader = Client(again, "one", "us-east-1");
        Assert.Single((await reader.ListTablesAsync(Cancellation)).TableNames);
        Assert.Equal([folder.File("data.one.us-east-1.sqlite")], Directory.GetFiles(folder.Path, "*.sqlite"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a.b")]
    public async Task What_cannot_be_an_access_key_opens_no_file(string key)
    {
        using var folder = new TemporaryFolder();
        await using var local = await LocalDynamoDB.StartAsync(
            new() { DataFile = folder.File("data.sqlite"), IsShared = false }, Cancellation);
        using var client = Client(local, key, "us-east-1");

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync(Cancellation));

        Assert.Equal(
            ("UnrecognizedClientException", "The Access Key ID or security token is invalid."),
            (failure.ErrorCode, failure.Message));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("..", false)]
    [InlineData("EU", false)]
    [InlineData("eu-west-1", true)]
    public void A_region_has_small_letters_digits_and_hyphens(string region, bool isOne)
    {
        using var engines = new Engines(null, new(), isShared: false);
        var credential = Credential.Parse($"one/20260101/{region}/dynamodb/aws4_request");

        if (isOne)
            Assert.Equal(region, engines.Of(credential).State.Region);
        else
            Assert.Throws<DynamoDBException>(() => engines.Of(credential));
    }

    [Fact]
    public async Task A_file_that_is_damaged_fails_the_requests_of_its_caller_alone()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("data.one.us-east-1.sqlite"), new string('x', 10_000), Cancellation);
        await using var local = await LocalDynamoDB.StartAsync(
            new() { DataFile = folder.File("data.sqlite"), IsShared = false }, Cancellation);
        using var first = Client(local, "one", "us-east-1");
        using var second = Client(local, "two", "us-east-1");

        var failure = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => first.ListTablesAsync(Cancellation));

        Assert.Contains("is damaged or not a database", failure.Message, StringComparison.Ordinal);
        Assert.Empty((await second.ListTablesAsync(Cancellation)).TableNames ?? []);
    }

    private static async Task<TableDescription> CreateAsync(AmazonDynamoDBClient client) => (await client.CreateTableAsync(new()
    {
        TableName = "things",
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("a", ScalarAttributeType.S)],
        KeySchema = [new("a", KeyType.HASH)],
        StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.KEYS_ONLY },
    }, Cancellation)).TableDescription;

    private static AmazonDynamoDBClient Client(LocalDynamoDB local, string key, string region) => new(
        new BasicAWSCredentials(key, "secret"),
        new AmazonDynamoDBConfig { ServiceURL = local.Endpoint.AbsoluteUri, AuthenticationRegion = region, MaxErrorRetry = 0 });
}
