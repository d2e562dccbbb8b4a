using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Sending;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>A new table of its own for one test, reached as a service would reach it.</summary>
public sealed class TestTable<T> : IAsyncDisposable
    where T : class, ITableItem<T>
{
    private readonly ServiceProvider _services;

    private TestTable(ServiceProvider services) => _services = services;

    public FakeTimeProvider Clock => (FakeTimeProvider)_services.GetRequiredService<TimeProvider>();

    public ITable<T> Table => _services.GetRequiredService<ITable<T>>();

    public IAmazonDynamoDB Client => _services.GetRequiredService<IAmazonDynamoDB>();

    internal ITableSender Sender => _services.GetRequiredService<ITableSender>();

    public string Name => _services.GetRequiredService<TableResource>().Name;

    /// <summary>The table of another item in the same table of DynamoDB.</summary>
    public ITable<TOther> Other<TOther>()
        where TOther : class => _services.GetRequiredService<ITable<TOther>>();

    /// <summary>Creates the table.</summary>
    /// <param name="engine">Where.</param>
    /// <param name="add">Registers what else the test needs, such as other items under the table's name.</param>
    public static async Task<TestTable<T>> CreateAsync(IEngine engine, Action<IServiceCollection, string>? add = null)
    {
        Assert.SkipWhen(engine.Endpoint is null, $"{engine.GetType().Name} is not installed here");
        var name = $"test-{Guid.NewGuid():N}";
        var registered = new ServiceCollection()
            .AddSingleton(new LocalResources(engine.Endpoint, RandomNumberGenerator.GetBytes(32)))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero)))
            .AddTable<T>(name);
        if (engine.HasOwnClient)
            registered.AddSingleton<IAmazonDynamoDB>(provider => DynamoClient.Create(provider.GetRequiredService<LocalResources>()));
        add?.Invoke(registered, name);
        var services = registered.BuildServiceProvider();
        var table = new TestTable<T>(services);
        await table.CreateTableAsync(services.GetRequiredService<TableResource>());
        return table;
    }

    /// <summary>An item as it is stored.</summary>
    public async Task<Dictionary<string, AttributeValue>> GetStoredAsync(ItemKey key) =>
        (await Client.GetItemAsync(Name, key.ToAttributes(T.Schema))).Item;

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        await _services.DisposeAsync();
    }

    private Task<CreateTableResponse> CreateTableAsync(TableResource resource)
    {
        var keys = resource.Indexes
            .SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Concat([resource.PartitionKey, resource.SortKey])
            .OfType<TableKey>()
            .Distinct();
        return Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = resource.Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = KeySchema(resource.PartitionKey, resource.SortKey),
            AttributeDefinitions = [.. keys.Select(key => new AttributeDefinition(key.Name, key.Type))],
            GlobalSecondaryIndexes = NullIfEmpty(resource.Indexes.Where(index => !index.IsLocal).Select(index =>
                new GlobalSecondaryIndex
                {
                    IndexName = index.Name,
                    KeySchema = KeySchema(index.PartitionKey, index.SortKey),
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                })),
            LocalSecondaryIndexes = NullIfEmpty(resource.Indexes.Where(index => index.IsLocal).Select(index =>
                new LocalSecondaryIndex
                {
                    IndexName = index.Name,
                    KeySchema = KeySchema(index.PartitionKey, index.SortKey),
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                })),
        });
    }

    private static List<KeySchemaElement> KeySchema(TableKey partition, TableKey? sort) => sort is null
        ? [new(partition.Name, KeyType.HASH)]
        : [new(partition.Name, KeyType.HASH), new(sort.Name, KeyType.RANGE)];

    private static List<TIndex>? NullIfEmpty<TIndex>(IEnumerable<TIndex> indexes) =>
        indexes.ToList() is { Count: > 0 } list ? list : null;
}
