using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.Storage;

public sealed class KillTests : IDisposable
{
    private const int Writers = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("dynamodb").FullName;

    private string DataFile => Path.Combine(_folder, "dynamodb.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_acknowledged_write_is_there_after_a_kill_and_no_transaction_by_half()
    {
        var acknowledged = new ConcurrentDictionary<string, bool>();
        for (var life = 0; life < 4; life++)
        {
            using var engine = await EngineProcess.StartAsync("--data", _folder);
            using var endpoint = new DynamoDBEndpoint(engine.Endpoint);
            if (life == 0)
                await CreateTableAsync(endpoint);
            await CheckAsync(endpoint, acknowledged);
            await WriteUntilKilledAsync(engine, endpoint, life, acknowledged);
        }

        using var last = await EngineProcess.StartAsync("--data", _folder);
        using var reader = new DynamoDBEndpoint(last.Endpoint);
        await CheckAsync(reader, acknowledged);
        Assert.True(acknowledged.Count >= 4 * 400);
    }

    [Fact]
    public async Task A_damaged_file_ends_the_process_with_one_sentence()
    {
        await File.WriteAllTextAsync(DataFile, new string('x', 10_000));
        Assert.Equal(
            (1, $"The data file {DataFile} is damaged or not a database. Delete it to start empty, or restore a copy.\n"),
            await EngineProcess.FailAsync("--port", "0", "--shared-db", "--data", _folder));
    }

    private static async Task WriteUntilKilledAsync(
        EngineProcess engine, DynamoDBEndpoint endpoint, int life, ConcurrentDictionary<string, bool> acknowledged)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = acknowledged.Count;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; ; number++)
            {
                var key = $"{life}-{writer}-{number}";
                if (await TryWriteAsync(endpoint, key) is not true)
                    return;
                acknowledged[key] = true;
                if (acknowledged.Count - before >= 400)
                    enough.TrySetResult();
            }
        })).ToArray();
        await enough.Task.InTimeAsync();
        await engine.KillAsync();
        await Task.WhenAll(writers);
    }

    /// <summary>Two items or none; false where the process ended before it responded.</summary>
    private static async Task<bool> TryWriteAsync(DynamoDBEndpoint endpoint, string key)
    {
        try
        {
            var response = await endpoint.SendAsync("TransactWriteItems", JsonNode.Parse($$$$"""
                {"TransactItems":[{"Put":{"TableName":"things","Item":{"a":{"S":"{{{{key}}}}"},"part":{"N":"1"}} }},
                                  {"Put":{"TableName":"things","Item":{"a":{"S":"{{{{key}}}}+"},"part":{"N":"2"}} }}]}
                """)!);
            return response.Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(DynamoDBEndpoint endpoint, ConcurrentDictionary<string, bool> acknowledged)
    {
        var keys = new HashSet<string>();
        JsonNode? start = null;
        do
        {
            var request = new JsonObject { ["TableName"] = "things", ["ExclusiveStartKey"] = start?.DeepClone() };
            var page = await endpoint.CallAsync("Scan", request.ToJsonString());
            keys.UnionWith(page["Items"]!.AsArray().Select(item => (string)item!["a"]!["S"]!));
            start = page["LastEvaluatedKey"];
        }
        while (start is not null);

        Assert.All(acknowledged.Keys, key => Assert.Contains(key, keys));
        Assert.All(keys, key => Assert.Contains(key.EndsWith('+') ? key[..^1] : key + "+", keys));
        var table = (await endpoint.CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!;
        Assert.Equal(keys.Count, (int)table["ItemCount"]!);
    }

    private static Task<JsonObject> CreateTableAsync(DynamoDBEndpoint endpoint) => endpoint.CallAsync("CreateTable", """
        {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
        """);
}
