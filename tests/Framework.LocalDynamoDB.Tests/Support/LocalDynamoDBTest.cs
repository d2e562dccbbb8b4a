using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Framework.LocalDynamoDB.Tests.Support;

/// <summary>A local DynamoDB in memory for one test, with a clock that the test moves.</summary>
public abstract class LocalDynamoDBTest : IAsyncLifetime
{
    private LocalDynamoDB? _local;
    private DynamoDBEndpoint? _endpoint;

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    protected virtual TimeSpan TransitionTime => TimeSpan.Zero;

    protected LocalDynamoDB Local => _local!;

    public virtual async ValueTask InitializeAsync()
    {
        _local = await LocalDynamoDB.StartAsync(new() { Clock = Clock, TransitionTime = TransitionTime });
        _endpoint = new(_local.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _endpoint?.Dispose();
        if (_local is not null)
            await _local.DisposeAsync();
    }

    protected Task<JsonObject> CallAsync(string operation, string body) => _endpoint!.CallAsync(operation, body);

    protected Task<(string Type, string? Message)> FailAsync(string operation, string body) =>
        _endpoint!.FailAsync(operation, body);

    protected Task<DynamoDBEndpoint.Response> SendAsync(string operation, string body, string api = "DynamoDB_20120810") =>
        _endpoint!.SendAsync(operation, JsonNode.Parse(body)!, api);

    /// <summary>A table whose partition key <c>a</c> is a string.</summary>
    protected Task CreateHashTableAsync(string name = "things") => CallAsync("CreateTable", $$"""
        {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
        """);

    /// <summary>A table with the keys <c>a</c> (string) and <c>b</c> (of the type given).</summary>
    protected Task CreateRangeTableAsync(string name = "things", string rangeType = "N") => CallAsync("CreateTable", $$"""
        {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"{{rangeType}}"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}]}
        """);
}
