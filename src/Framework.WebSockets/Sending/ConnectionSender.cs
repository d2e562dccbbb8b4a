using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Framework.Aws.Sending;
using Framework.Aws.Signing;
using Framework.Json;

namespace Framework.WebSockets.Sending;

/// <summary>Calls the management API of a WebSocket API.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">
/// API Gateway's documentation</see>.</remarks>
/// <param name="endpoint">Finds the address of the API's stage.</param>
/// <param name="caller">Makes the calls.</param>
/// <param name="json">The service's JSON types.</param>
internal sealed class ConnectionSender(Func<Uri> endpoint, AwsCaller caller, JsonTypes json) : IConnections, IDisposable
{
    private const int MaxMessageBytes = 131_072;
    private const int Parallelism = 32;
    private const string Action = "execute-api:ManageConnections";

    private string? _connections;

    /// <summary>The address below which the connections are; it ends in a slash.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it cannot be one.</exception>
    public string Connections => _connections ??= $"{endpoint().GetLeftPart(UriPartial.Path).TrimEnd('/')}/%40connections/";

    public Task<bool> SendAsync<T>(string connectionId, T message, CancellationToken cancellation = default) =>
        CallAsync(HttpMethod.Post, connectionId, Bytes(message), cancellation);

    public Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation = default) =>
        CallAsync(HttpMethod.Post, connectionId, Checked(message), cancellation);

    public Task<IReadOnlyList<string>> SendToAllAsync<T>(
        IEnumerable<string> connectionIds, T message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connectionIds);
        return SendToAllAsync(connectionIds.ToAsyncEnumerable(), message, cancellation);
    }

    public async Task<IReadOnlyList<string>> SendToAllAsync<T>(
        IAsyncEnumerable<string> connectionIds, T message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connectionIds);
        var bytes = Bytes(message);
        var gone = new ConcurrentQueue<string>();
        var failures = new ConcurrentQueue<HttpRequestException>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(connectionIds, options, async (connectionId, cancelled) =>
        {
            try
            {
                if (!await CallAsync(HttpMethod.Post, connectionId, bytes, cancelled))
                    gone.Enqueue(connectionId);
            }
            catch (HttpRequestException exception) when (!IsRefusal(exception))
            {
                failures.Enqueue(exception);
            }
        });
        return failures.TryDequeue(out var failure) ? throw failure : [.. gone];
    }

    public Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellation = default) =>
        CallAsync(HttpMethod.Delete, connectionId, default, cancellation);

    public void Dispose() => caller.Dispose();

    private async Task<bool> CallAsync(
        HttpMethod method, string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var call = new AwsCall("execute-api", method, AddressOf(connectionId)) { Body = message };
        var response = await caller.SendAsync(call, cancellation);
        if (response.IsSuccess)
            return true;
        if (response.Status == HttpStatusCode.Gone)
            return false;
        throw new HttpRequestException(
            $"API Gateway refused the call to a connection: {response.Error}{Advice(response)}.", null, response.Status);
    }

    private Uri AddressOf(string connectionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        // A path of dots would lead out of the connections.
        if (connectionId is "." or "..")
            throw new ArgumentException($"'{connectionId}' is no connection's id.", nameof(connectionId));
        return new Uri(Connections + Uri.EscapeDataString(connectionId));
    }

    private ReadOnlyMemory<byte> Bytes<T>(T message) => Checked(JsonSerializer.SerializeToUtf8Bytes(message, json.TypeOf<T>()));

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> message) => message.Length <= MaxMessageBytes
        ? message
        : throw new ArgumentException($"The message has {message.Length} bytes: a WebSocket message has at most {MaxMessageBytes}.");

    private static bool IsRefusal(HttpRequestException exception) =>
        exception.StatusCode is { } status && (int)status < 500 && status != HttpStatusCode.TooManyRequests;

    // Other errors with this status are about the signature or the credentials. The local cloud names the action itself, with the fix.
    private static string Advice(AwsResponse response) =>
        response is { Status: HttpStatusCode.Forbidden, ErrorType: null or "ForbiddenException" or "AccessDeniedException" }
        && !response.Error.Contains(Action, StringComparison.Ordinal)
            ? $": the function needs {Action} on the stage that {ConnectionEndpoint.Variable} names"
            : "";
}
