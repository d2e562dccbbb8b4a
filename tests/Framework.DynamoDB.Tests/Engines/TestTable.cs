using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
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

    public string Name => _services.GetRequiredService<TableResource>().Name;

    public static async Task<TestTable<T>> CreateAsync(
        IEngine engine, Action<IServiceCollection>? configure = null)
    {
        Assert.SkipWhen(engine.Endpoint is null, $"{engine.GetType().Name} is not installed here");
        var registrations = new ServiceCollection()
            .AddSingleton(new LocalResources(engine.Endpoint, RandomNumberGenerator.GetBytes(32)))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero)))
            .AddTable<T>($"test-{Guid.NewGuid():N}");
        configure?.Invoke(registrations);
        var services = registrations.BuildServiceProvider();
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
        var keys = new[] { (Key: resource.PartitionKey, Type: KeyType.HASH), (Key: resource.SortKey!, Type: KeyType.RANGE) }
            .Where(key => key.Key is not null)
            .ToList();
        return Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = resource.Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [.. keys.Select(key => new KeySchemaElement(key.Key.Name, key.Type))],
            AttributeDefinitions = [.. keys.Select(key => new AttributeDefinition(key.Key.Name, key.Key.Type))],
        });
    }
}
