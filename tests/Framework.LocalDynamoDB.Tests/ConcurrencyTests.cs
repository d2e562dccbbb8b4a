using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>64 writers at once, in memory and on a file.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Writers = 64;
    private const int Rounds = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("dynamodb").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_increment_is_lost(bool onFile)
    {
        await using var local = await StartAsync(onFile);
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        await AllAsync(async _ => await endpoint.CallAsync("UpdateItem", """
            {"TableName":"things","Key":{"a":{"S":"counter"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}
            """));
        Assert.Equal(Writers * Rounds, await NumberAsync(endpoint, "counter"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_updates_of_one_version_only_one_is_made(bool onFile)
    {
        await using var local = await StartAsync(onFile);
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        await endpoint.CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"versioned"},"n":{"N":"0"}}}""");
        var refused = 0;
        await AllAsync(async _ =>
        {
            // One attempt a round: whoever read the same version first wins.
            var version = await NumberAsync(endpoint, "versioned");
            var response = await endpoint.SendAsync("UpdateItem", JsonNode.Parse($$$$"""
                {"TableName":"things","Key":{"a":{"S":"versioned"}},"UpdateExpression":"SET n = :next","ConditionExpression":"n = :read",
                 "ExpressionAttributeValues":{":read":{"N":"{{{{version}}}}"},":next":{"N":"{{{{version + 1}}}}"}}}
                """)!);
            if (response.Status != 200)
            {
                Assert.Equal("ConditionalCheckFailedException", response.ErrorType);
                Interlocked.Increment(ref refused);
            }
        });
        Assert.Equal((Writers * Rounds) - refused, await NumberAsync(endpoint, "versioned"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_key_is_created_once(bool onFile)
    {
        await using var local = await StartAsync(onFile);
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        var created = new int[Rounds];
        await AllAsync(async round =>
        {
            var response = await endpoint.SendAsync("PutItem", JsonNode.Parse($$$$"""
                {"TableName":"things","Item":{"a":{"S":"key{{{{round}}}}"}},"ConditionExpression":"attribute_not_exists(a)"}
                """)!);
            if (response.Status == 200)
                Interlocked.Increment(ref created[round]);
        });
        Assert.All(created, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transaction_is_never_seen_by_half(bool onFile)
    {
        await using var local = await StartAsync(onFile);
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        foreach (var account in (string[])["left", "right"])
            await endpoint.CallAsync("PutItem", $$$$"""{"TableName":"things","Item":{"a":{"S":"{{{{account}}}}"},"n":{"N":"1000"}}}""");
        await AllAsync(async _ =>
        {
            await endpoint.CallAsync("TransactWriteItems", """
                {"TransactItems":[
                  {"Update":{"TableName":"things","Key":{"a":{"S":"left"}},"UpdateExpression":"ADD n :d","ExpressionAttributeValues":{":d":{"N":"-1"}}}},
                  {"Update":{"TableName":"things","Key":{"a":{"S":"right"}},"UpdateExpression":"ADD n :d","ExpressionAttributeValues":{":d":{"N":"1"}}}}]}
                """);
            var both = await endpoint.CallAsync("TransactGetItems", """
                {"TransactItems":[{"Get":{"TableName":"things","Key":{"a":{"S":"left"}}}},{"Get":{"TableName":"things","Key":{"a":{"S":"right"}}}}]}
                """);
            Assert.Equal(2000, both["Responses"]!.AsArray().Sum(part => int.Parse((string)part!["Item"]!["n"]!["N"]!)));
        });
        Assert.Equal(1000 + (Writers * Rounds), await NumberAsync(endpoint, "right"));
    }

    private async Task<LocalDynamoDB> StartAsync(bool onFile)
    {
        var local = await LocalDynamoDB.StartAsync(new() { DataFile = onFile ? Path.Combine(_folder, "things.db") : null });
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        await endpoint.CallAsync("CreateTable", """
            {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
            """);
        return local;
    }

    private static Task AllAsync(Func<int, Task> write) => Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
    {
        for (var round = 0; round < Rounds; round++)
            await write(round);
    }));

    private static async Task<int> NumberAsync(DynamoDBEndpoint endpoint, string key)
    {
        var item = await endpoint.CallAsync(
            "GetItem", $$$$"""{"TableName":"things","Key":{"a":{"S":"{{{{key}}}}"}},"ConsistentRead":true}""");
        return int.Parse((string)item["Item"]!["n"]!["N"]!);
    }
}
