using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.DynamoDB;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;
using Document = Amazon.DynamoDBv2.DocumentModel.Document;

namespace Framework.Benchmarks.Tables;

/// <summary>What the tables cost: against hand-written code for the SDK's raw client, and against its own mapper.</summary>
internal static class TableBenchmark
{
    private const string Table = "orders";

    public static async Task RunAsync()
    {
        await using var engine = await LocalDynamoDB.LocalDynamoDB.StartAsync(new());
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = engine.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        await CreateTableAsync(client);

        CompareMapping();
        CompareWithContext(client);
        await CompareCallsAsync(client, engine.Endpoint);
    }

    private static void CompareMapping()
    {
        var order = Order.New();
        var attributes = Write(order);
        if (HandWritten.Read(Write(order)).Id != Read<Order>(HandWritten.Write(order)).Id)
            throw new InvalidOperationException("The two mappings differ.");
        var contest = new Contest(rounds: 31, times: 20_000);
        var report = new Report(["hand-written", "generated"]);
        Report("item to attributes", contest.Run(() => HandWritten.Write(order), () => Write(order)));
        Report("attributes to item", contest.Run(() => HandWritten.Read(attributes), () => Read<Order>(attributes)));

        void Report(string figure, (double[] Time, double[] Bytes) values)
        {
            report.Write($"{figure}, ns", "0", values.Time, Target.Ratio(1.1));
            report.Write($"{figure}, bytes", "0", values.Bytes, Target.Ratio(1.1));
        }
    }

    private static void CompareWithContext(AmazonDynamoDBClient client)
    {
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client).Build();
        var order = Order.New();
        var contextOrder = ContextOrder.Of(order);
        var attributes = context.ToDocument(contextOrder).ToAttributeMap();
        var stored = Write(order);
        var contest = new Contest(rounds: 11, times: 5_000);
        var report = new Report(["DynamoDBContext", "generated"]);
        var to = contest.Run(() => context.ToDocument(contextOrder).ToAttributeMap(), () => Write(order));
        report.Write("from an item, ns", "0", to.Time, Target.Ratio(0.2));
        report.Write("from an item, bytes", "0", to.Bytes);
        var from = contest.Run(() => context.FromDocument<ContextOrder>(Document.FromAttributeMap(attributes)), () => Read<Order>(stored));
        report.Write("to an item, ns", "0", from.Time, Target.Ratio(0.2));
        report.Write("to an item, bytes", "0", from.Bytes);
    }

    private static async Task CompareCallsAsync(AmazonDynamoDBClient client, Uri engine)
    {
        // With the client that a service has by itself.
        await using var services = new ServiceCollection()
            .AddSingleton(new LocalResources(engine, RandomNumberGenerator.GetBytes(32)))
            .AddTable<Order>(Table)
            .BuildServiceProvider();
        var table = services.GetRequiredService<ITable<Order>>();
        var order = await table.CreateAsync(Order.New());
        var key = Order.Key(order.Customer, order.Id);
        var contest = new Contest(rounds: 101, times: 200);
        var report = new Report(["raw client", "ITable<T>"]);
        report.Write("get, µs", "0", await contest.RunAsync(
            () => GetAsync(client, order), () => table.GetAsync(key)), Target.Ratio(1.05));
        report.Write("put, µs", "0", await contest.RunAsync(
            () => client.PutItemAsync(Put(Order.New())), () => table.PutAsync(Order.New())), Target.Ratio(1.05));
        report.Write("create, µs", "0", await contest.RunAsync(
            () => client.PutItemAsync(Create(Order.New())), () => table.CreateAsync(Order.New())), Target.Ratio(1.05));
    }

    private static async Task GetAsync(AmazonDynamoDBClient client, Order order)
    {
        var response = await client.GetItemAsync(new GetItemRequest
        {
            TableName = Table,
            Key = new() { ["customer"] = new() { S = order.Customer }, ["id"] = new() { S = order.Id.ToString() } },
            ConsistentRead = true,
        });
        HandWritten.Read(response.Item);
    }

    private static PutItemRequest Put(Order order) => new()
    {
        TableName = Table,
        Item = HandWritten.Write(order with { Version = 1 }),
    };

    private static PutItemRequest Create(Order order) => new()
    {
        TableName = Table,
        Item = HandWritten.Write(order with { Version = 1 }),
        ConditionExpression = "attribute_not_exists(#0)",
        ExpressionAttributeNames = new() { ["#0"] = "customer" },
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private static Task<CreateTableResponse> CreateTableAsync(AmazonDynamoDBClient client) => client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new("customer", KeyType.HASH), new("id", KeyType.RANGE)],
        AttributeDefinitions = [new("customer", ScalarAttributeType.S), new("id", ScalarAttributeType.S)],
    });

    private static Dictionary<string, AttributeValue> Write<T>(T item)
        where T : class, ITableItem<T> => T.Write(item);

    private static T Read<T>(Dictionary<string, AttributeValue> attributes)
        where T : class, ITableItem<T> => T.Read(attributes);
}
