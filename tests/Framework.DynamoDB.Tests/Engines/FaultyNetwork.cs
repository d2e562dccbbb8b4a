using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests.Engines;

/// <summary>The network before an engine, with the faults that no engine shows by itself: a call reaches the engine or
/// does not, and its response reaches the client or does not.</summary>
public sealed class FaultyNetwork() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock _lock = new();
    private readonly Queue<Fault> _faults = [];
    private Fault _always = Fault.None;
    private string? _operation;
    private (string Operation, Func<Task> Another)? _before;
    private (string Operation, int Size, TaskCompletionSource All)? _meeting;

    /// <summary>The clock of the tables behind this network, which waits for nothing.</summary>
    internal ImpatientClock Clock { get; } = new();

    /// <summary>How many calls of the operation were made, attempts included.</summary>
    public int Calls { get; private set; }

    /// <summary>The response that stops midway.</summary>
    internal TaskCompletionSource<StalledStream> Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The next calls of an operation end so, one after the other; later ones go well.</summary>
    public void Next(string operation, params Fault[] faults)
    {
        lock (_lock)
        {
            (_operation, _always, Calls) = (operation, Fault.None, 0);
            _faults.Clear();
            foreach (var fault in faults)
                _faults.Enqueue(fault);
        }
    }

    /// <summary>Every call of an operation ends so.</summary>
    public void Always(string operation, Fault fault)
    {
        Next(operation);
        _always = fault;
    }

    /// <summary>Before the next call of an operation reaches the engine, another does something.</summary>
    public void Before(string operation, Func<Task> another) => _before = (operation, another);

    /// <summary>A call of an operation goes on when so many are under way at once.</summary>
    public void Meet(string operation, int size)
    {
        Next(operation);
        _meeting = (operation, size, new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>Registers the client that goes through this network, as the service's own would be made.</summary>
    public void Register(IServiceCollection services, IEngine engine)
    {
        var credentials = new BasicAWSCredentials("local", "local");
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = engine.Endpoint!.AbsoluteUri,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 2,
            // Otherwise the SDK gives up early where many calls of other tests have failed.
            ThrottleRetries = false,
            HttpClientFactory = new Factory(this),
        };
        services.AddSingleton<TimeProvider>(Clock);
        if (engine.HasOwnClient)
            services.AddSingleton<IAmazonDynamoDB>(_ => new DynamoClient(credentials, config));
        else
            services.AddSingleton<ITableSender>(_ => new WireSender(new(
                new HttpClient(this, disposeHandler: false),
                new(config, new(_ => Task.FromResult<AWSCredentials>(credentials), () => config.AuthenticationRegion)),
                new ImpatientClock())));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_before is { } before && IsOf(request, before.Operation))
        {
            _before = null;
            await before.Another();
        }
        var fault = Take(request);
        if (_meeting is { } meeting && IsOf(request, meeting.Operation))
        {
            if (Calls >= meeting.Size)
                meeting.All.TrySetResult();
            await meeting.All.Task.InTimeAsync();
        }
        switch (fault)
        {
            case Fault.LostResponse:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response was lost.");
            case Fault.HalfResponse:
                return await HalveAsync(await base.SendAsync(request, cancellationToken), cancellationToken);
            case Fault.AppliedAnd500:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return Failure(HttpStatusCode.InternalServerError, "InternalServerError");
            case Fault.Failed500:
                return Failure(HttpStatusCode.InternalServerError, "InternalServerError");
            case Fault.Throttled:
                return Failure(HttpStatusCode.BadRequest, "ProvisionedThroughputExceededException");
            case Fault.Conflict:
                return Failure(
                    HttpStatusCode.BadRequest,
                    "TransactionCanceledException",
                    ""","CancellationReasons":[{"Code":"TransactionConflict","Message":"as asked"}]""");
            case Fault.ClockSkew:
                var expired = Failure(HttpStatusCode.BadRequest, "InvalidSignatureException");
                expired.Headers.Date = TimeProvider.System.GetUtcNow().AddHours(1);
                return expired;
            case Fault.NoConnection:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The network is down.");
            case Fault.Silence:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            case Fault.TimedOut:
                // As HttpClient reports it.
                throw new TaskCanceledException("HttpClient.Timeout elapsed.", new TimeoutException());
            case Fault.Stall:
                return await StallAsync(await base.SendAsync(request, cancellationToken), cancellationToken);
            case Fault.LeftOut:
                return await LeaveOutAsync(request, cancellationToken);
            case Fault.EmptyPage:
                return await EmptyAsync(request, cancellationToken);
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private static bool IsOf(HttpRequestMessage request, string operation) =>
        request.Headers.GetValues("X-Amz-Target").Single().EndsWith($".{operation}", StringComparison.Ordinal);

    private Fault Take(HttpRequestMessage request)
    {
        lock (_lock)
        {
            if (_operation is null || !IsOf(request, _operation))
                return Fault.None;
            Calls++;
            return _faults.TryDequeue(out var fault) ? fault : _always;
        }
    }

    private static HttpResponseMessage Failure(HttpStatusCode status, string type, string more = "") => new(status)
    {
        Content = new StringContent(
            $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{type}}","message":"as asked"{{more}}}""",
            Encoding.UTF8, "application/x-amz-json-1.0"),
    };

    private static async Task<HttpResponseMessage> HalveAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        return WithBody(response, new BrokenStream(bytes[..(bytes.Length / 2)]));
    }

    private async Task<HttpResponseMessage> StallAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var stream = new StalledStream(await response.Content.ReadAsByteArrayAsync(cancellation));
        Stalled.SetResult(stream);
        return WithBody(response, stream);
    }

    private static HttpResponseMessage WithBody(HttpResponseMessage response, Stream body)
    {
        var changed = new HttpResponseMessage(response.StatusCode) { Content = new StreamContent(body) };
        changed.Content.Headers.ContentType = response.Content.Headers.ContentType;
        return changed;
    }

    // The engine does one part of the batch; the response names the others, as DynamoDB does when it is short of capacity.
    private async Task<HttpResponseMessage> LeaveOutAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = await ReadAsync(request.Content!, cancellation);
        var (table, part) = body["RequestItems"]!.AsObject().Single();
        var isRead = part is JsonObject;
        var all = (isRead ? part!["Keys"] : part)!.AsArray();
        var left = new JsonArray([.. all.Skip(1).Select(item => item!.DeepClone())]);
        while (all.Count > 1)
            all.RemoveAt(1);
        var (status, response) = await SendAsync(request, body, cancellation);
        if (left.Count > 0)
            response[isRead ? "UnprocessedKeys" : "UnprocessedItems"] =
                new JsonObject { [table] = isRead ? new JsonObject { ["Keys"] = left } : left };
        return new(status) { Content = new StringContent(response.ToJsonString()) };
    }

    private async Task<HttpResponseMessage> EmptyAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = await ReadAsync(request.Content!, cancellation);
        body["Limit"] = 1;
        var (status, response) = await SendAsync(request, body, cancellation);
        (response["Items"], response["Count"]) = (new JsonArray(), 0);
        return new(status) { Content = new StringContent(response.ToJsonString()) };
    }

    private async Task<(HttpStatusCode Status, JsonNode Response)> SendAsync(
        HttpRequestMessage request, JsonNode body, CancellationToken cancellation)
    {
        var type = request.Content!.Headers.ContentType;
        request.Content = new StringContent(body.ToJsonString());
        request.Content.Headers.ContentType = type;
        var response = await base.SendAsync(request, cancellation);
        return (response.StatusCode, await ReadAsync(response.Content, cancellation));
    }

    private static async Task<JsonNode> ReadAsync(HttpContent content, CancellationToken cancellation) =>
        JsonNode.Parse(await content.ReadAsStringAsync(cancellation))!;

    private sealed class BrokenStream(byte[] start) : MemoryStream(start, writable: false)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw Ended();

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw Ended();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private static HttpIOException Ended() => new(HttpRequestError.ResponseEnded, "The response broke off.");
    }

    private sealed class Factory(FaultyNetwork network) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new WholeResponses(network), disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }
}
