using Amazon.DynamoDBv2;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Paging;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Tables;
using Framework.DynamoDB.Wire;
using Framework.Hosting;
using Framework.Metrics;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Framework.DynamoDB;

/// <summary>Registers tables.</summary>
public static class TableServices
{
    /// <summary>Makes the client where the service has none of its own.</summary>
    internal static Func<IServiceProvider, object> Client { get; } =
        provider => DynamoClient.Create(provider.GetService<LocalResources>());

    /// <summary>Registers <see cref="ITable{T}"/> and <see cref="IReadTable{T}"/> of an item, and the table as a
    /// <see cref="TableResource"/>, so that the local cloud and a deployment create it.</summary>
    /// <typeparam name="T">The item, a partial type with <see cref="TableAttribute"/>.</typeparam>
    /// <param name="services">The service's registrations.</param>
    /// <param name="name">The table's name, 3 to 255 letters, digits, hyphens, underscores and dots. The environment
    /// variable <c>TABLE_</c> with the name in upper case and other than letters and digits as underscores
    /// (<c>TABLE_TODOS</c>) names another table in its place.</param>
    /// <remarks>Tables call DynamoDB by themselves, with region, endpoint and credentials from AWS's usual configuration, unless the service
    /// registers its own <see cref="IAmazonDynamoDB"/>. The service does not start, and reports an
    /// <see cref="InvalidOperationException"/> of one sentence, where the name, the variable, the key of the cursors or the
    /// region is wrong, where one item has two tables, or where items of one table disagree on its keys or indexes. Paging
    /// with cursors needs the environment variable <c>FRAMEWORK_CURSOR_KEY</c>, 32 random bytes in base64. Several items may
    /// share one table: it then has the indexes of all of them, and their keys must be the same. A client that the service registers does not report lost
    /// responses: a write that the retry finds applied is then a conflict. It also does not read whole responses, as tables
    /// do by themselves: a call that is cancelled while its response arrives may make a later call wait for the time-out.</remarks>
    public static IServiceCollection AddTable<T>(this IServiceCollection services, string name)
        where T : class, ITableItem<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(IAmazonDynamoDB), Client));
        services.TryAddSingleton(provider => Sender(services, provider));
        if (!Instances<TableStartCheck>(services).Any())
            services.AddSingleton<IStartCheck>(new TableStartCheck(services));
        services.TryAddSingleton(provider => new CursorProtector(
            () => CursorKey.Find(provider.GetService<LocalResources>(), Environment(provider))));
        Declare(services, new(typeof(T), name), new(name, T.Schema.PartitionKey, T.Schema.SortKey, T.Schema.ExpiresAt)
        {
            Items = [typeof(T)],
            Variable = TableName.Variable(name),
            Indexes = T.Schema.Indexes,
        });
        services.AddSingleton(provider => Create<T>(provider, name));
        services.AddSingleton<ITable<T>>(provider => provider.GetRequiredService<Table<T>>());
        services.AddSingleton<IReadTable<T>>(provider => provider.GetRequiredService<Table<T>>());
        return services;
    }

    /// <summary>Whether the service registers no client of its own.</summary>
    internal static bool MakesTheClient(IServiceCollection services) =>
        services.LastOrDefault(service => service.ServiceType == typeof(IAmazonDynamoDB))?.ImplementationFactory == Client;

    private static ITableSender Sender(IServiceCollection services, IServiceProvider provider) => MakesTheClient(services)
        ? WireSettings.CreateSender(Environment(provider), provider.GetService<LocalResources>())
        : new SdkSender(provider.GetRequiredService<IAmazonDynamoDB>());

    private static void Declare(IServiceCollection services, ItemTable item, TableResource resource)
    {
        var other = Instances<ItemTable>(services).FirstOrDefault(table => table.Item == item.Item && table.Name != item.Name);
        services.AddSingleton(item);
        try
        {
            if (TableName.Fault(item.Name) is { } fault)
                throw new InvalidOperationException(fault);
            if (other is not null)
                throw new InvalidOperationException(
                    $"{item.Item.Name} is the item of two tables, '{other.Name}' and '{item.Name}': one of them needs a type of its own.");
            Declare(services, resource);
        }
        catch (InvalidOperationException exception)
        {
            // Thrown here it would end the process with a stack trace; the host says it in one sentence.
            services.AddSingleton(new TableFault(exception.Message));
        }
    }

    private static void Declare(IServiceCollection services, TableResource resource)
    {
        var known = services.FirstOrDefault(
            service => service.ImplementationInstance is DeclaredTable { Resource.Name: var name } && name == resource.Name);
        if (known is not null)
        {
            services.Remove(known);
            services.AddSingleton(((DeclaredTable)known.ImplementationInstance!).Add(resource));
            return;
        }
        services.AddSingleton(new DeclaredTable(resource).Checked());
        services.AddSingleton(provider =>
        {
            var declared = provider.GetServices<DeclaredTable>().Single(table => table.Resource.Name == resource.Name).Resource;
            return declared with { Name = TableName.Find(declared.Name, Environment(provider)) };
        });
    }

    private static Table<T> Create<T>(IServiceProvider provider, string name)
        where T : class, ITableItem<T>
    {
        TableStartCheck.CheckTables(provider);
        var client = new TableClient(
            TableName.Find(name, Environment(provider)), provider.GetRequiredService<ITableSender>,
            new(provider.GetService<IMetrics>()), TableName.Variable(name));
        var clock = provider.GetRequiredService<TimeProvider>();
        return new(client, new(client, provider.GetRequiredService<CursorProtector>(), clock), clock);
    }

    private static IEnumerable<TInstance> Instances<TInstance>(IServiceCollection services) => services
        .Where(service => !service.IsKeyedService)
        .Select(service => service.ImplementationInstance)
        .OfType<TInstance>();

    private static LambdaEnvironment Environment(IServiceProvider provider) =>
        provider.GetService<LambdaEnvironment>() ?? LambdaEnvironment.Process;
}
