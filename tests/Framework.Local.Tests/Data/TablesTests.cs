using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.Local.Data;
using Framework.LocalDynamoDB;
using Framework.LocalDynamoDB.Tests.Support;
using Framework.Resources;

namespace Framework.Local.Tests.Data;

public sealed class TablesTests
{
    [Fact]
    public async Task The_declared_table_is_there_for_the_SDK_with_its_keys_and_time_to_live()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var dynamo = Client(cloud);

        var table = (await dynamo.DescribeTableAsync(TestService.Table)).Table;
        var life = (await dynamo.DescribeTimeToLiveAsync(TestService.Table)).TimeToLiveDescription;

        Assert.Equal(["owner HASH", "at RANGE"], table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"));
        Assert.Equal("expires", life.AttributeName);
        Assert.Contains($"{cloud.Address}_local/dynamodb", await cloud.Client.GetStringAsync("/resources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_and_keys_outlive_a_restart_and_end_with_a_reset()
    {
        using var folder = new TemporaryFolder();
        string token;
        await using (var first = await TestCloud.StartAsync(folder.Path))
        {
            using var dynamo = Client(first);
            await dynamo.PutItemAsync(TestService.Table, new() { ["owner"] = new("a"), ["at"] = new() { N = "1" } });
            token = await KeysAsync(first);
        }
        await using (var second = await TestCloud.StartAsync(folder.Path))
        {
            Assert.Equal(1, await CountAsync(second));
            Assert.Equal(token, await KeysAsync(second));
        }
        await File.WriteAllTextAsync(folder.File("mine.txt"), "kept");
        await using var third = await TestCloud.StartAsync(folder.Path, reset: true);
        Assert.Equal(0, await CountAsync(third));
        Assert.NotEqual(token, await KeysAsync(third));
        Assert.True(File.Exists(folder.File("mine.txt")));
    }

    [Fact]
    public void Declared_indexes_are_created_and_global_ones_added_to_a_table_that_was_kept()
    {
        using var folder = new TemporaryFolder();
        var table = new TableResource("shop", new("pk", "S"), new("sk", "S"), null);
        var local = new TableIndex("byPrice", new("pk", "S"), new("price", "N"), IsLocal: true);
        var first = new TableIndex("gsi1", new("gsi1pk", "S"), new("gsi1sk", "S"));
        var second = new TableIndex("gsi2", new("gsi2pk", "S"), null);
        var third = new TableIndex("gsi3", new("gsi2pk", "S"), new("gsi1pk", "S"));

        Assert.Equal(["byPrice", "gsi1"], Create(folder.Path, table with { Indexes = [local, first] }));
        Assert.Equal(
            ["byPrice", "gsi1", "gsi2", "gsi3"],
            Create(folder.Path, table with { Indexes = [local, first, second, third] }));
        var failure = Assert.Throws<LocalFailureException>(
            () => Create(folder.Path, table with { Indexes = [first with { SortKey = null }] }));
        Assert.Contains("another index 'gsi1'", failure.Message, StringComparison.Ordinal);
        Assert.Throws<LocalFailureException>(
            () => Create(folder.Path, table with { Indexes = [local with { Name = "byName" }] }));
    }

    [Fact]
    public async Task A_folder_belongs_to_one_service_at_a_time()
    {
        using var folder = new TemporaryFolder();
        await using (await TestCloud.StartAsync(folder.Path))
        {
            var failure = await Assert.ThrowsAsync<LocalFailureException>(() => TestCloud.StartAsync(folder.Path, reset: true));
            Assert.Contains("in use by another service", failure.Message, StringComparison.Ordinal);
        }
        await using var next = await TestCloud.StartAsync(folder.Path);
    }

    private static IReadOnlyList<string> Create(string path, TableResource table)
    {
        using var folder = DataFolder.Open(path, reset: false);
        using (var tables = LocalTables.Open(folder, TimeProvider.System, new TableAccess()))
            tables.Create([table]);
        using var engine = Engine.Open(folder.DatabaseFile, new());
        return [.. engine.State.Catalog.Tables.Single().Definition.Indexes.Select(index => index.Name).Order()];
    }

    private static async Task<int> CountAsync(TestCloud cloud)
    {
        using var dynamo = Client(cloud);
        return (await dynamo.ScanAsync(new ScanRequest(TestService.Table))).Count ?? 0;
    }

    private static Task<string> KeysAsync(TestCloud cloud) => cloud.Client.GetStringAsync("/_local/.well-known/jwks.json");

    private static AmazonDynamoDBClient Client(TestCloud cloud) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = $"{cloud.Address}_local/dynamodb", AuthenticationRegion = "us-east-1" });
}
