using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Framework.Runtime;

/// <summary>The Lambda Runtime API, version 2018-06-01, on one connection.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda's documentation</see>.
/// </remarks>
internal sealed class RuntimeApi : IResponseStream, IDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly HttpConnection _connection;
    private readonly TimeProvider _clock;
    private readonly string _host;
    private readonly byte[] _next;
    private readonly byte[] _head = new byte[ResponseBuffer.HeadRoom];
    private string? _functionArn;
    private Invocation? _current;

    public RuntimeApi(string address, Func<IByteChannel> connect, TimeProvider clock)
    {
        _host = address;
        _clock = clock;
        _connection = new HttpConnection(connect);
        _next = Get("invocation/next");
    }

    /// <summary>The Runtime API at the address that Lambda gives; the first call connects.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="blocking">Whether the connection may block its thread.</param>
    /// <param name="clock">The clock for deadlines.</param>
    /// <exception cref="RuntimeApiException">The text is not an address.</exception>
    public static RuntimeApi At(string address, bool blocking, TimeProvider clock)
    {
        var parsed = new RuntimeAddress(address);
        return new RuntimeApi(parsed.Text, () => parsed.Connect(blocking), clock);
    }

    /// <summary>Waits for the next invocation, without a limit of time.</summary>
    public async ValueTask<Invocation> NextAsync()
    {
        var response = await _connection.SendAsync(_next);
        if (response.Status != 200)
            throw new RuntimeApiException($"The Runtime API responded with {response.Status} to next.");
        return _current = new Invocation
        {
            Payload = response.Body,
            RequestId = response.Header("Lambda-Runtime-Aws-Request-Id")
                ?? throw new RuntimeApiException("The Runtime API gave an invocation without a request id."),
            Deadline = Deadline(response.Find("Lambda-Runtime-Deadline-Ms")),
            FunctionArn = _functionArn = response.Header("Lambda-Runtime-Invoked-Function-Arn", _functionArn),
            TraceId = response.Header("Lambda-Runtime-Trace-Id"),
            TenantId = response.Header("Lambda-Runtime-Aws-Tenant-Id"),
            ClientContext = response.Header("Lambda-Runtime-Client-Context"),
            CognitoIdentity = response.Header("Lambda-Runtime-Cognito-Identity"),
            Clock = _clock,
        };
    }

    /// <summary>Sends the whole response to an invocation.</summary>
    /// <returns>Whether Lambda accepted it; false where it is too large (413).</returns>
    public async ValueTask<bool> RespondAsync(string requestId, ResponseBuffer output)
    {
        var response = await _connection.SendAsync(output.IsStreamed
            ? output.AsChunk(StreamHead(requestId), StreamedResponse.LastEnd)
            : output.WithHead(ResponseHead(requestId, output.BodyLength)));
        return Accepted(response.Status, "response");
    }

    /// <summary>Sends a piece of the response to the invocation that came last, in the Runtime API's streaming mode.</summary>
    public ValueTask<bool> SendAsync(ResponseBuffer piece) => piece.HasStarted
        ? _connection.ContinueAsync(piece.AsChunk(default, StreamedResponse.ChunkEnd))
        : _connection.OpenAsync(piece.AsChunk(StreamHead(_current!.RequestId), StreamedResponse.ChunkEnd), Invocation.ForTimer(_current.Remaining), _clock);

    /// <summary>Sends the last piece of a response that has started; where it failed, its error in the trailers instead.</summary>
    public async ValueTask EndAsync(ResponseBuffer output, RuntimeError? failure)
    {
        var last = failure is not null ? StreamedResponse.Trailers(failure)
            : output.BodyLength > 0 ? output.AsChunk(default, StreamedResponse.LastEnd)
            : StreamedResponse.End;
        // A connection that broke has lost its client; the next invocation comes on another.
        if (await _connection.FinishAsync(last) is { } response)
            Accepted(response.Status, "response");
    }

    /// <summary>Reports that an invocation failed.</summary>
    public async ValueTask FailAsync(string requestId, RuntimeError error) =>
        Accepted((await PostErrorAsync($"invocation/{requestId}/error", error)).Status, "error");

    /// <summary>Reports that the function could not start.</summary>
    public async ValueTask FailInitAsync(RuntimeError error) => await PostErrorAsync("init/error", error);

    /// <summary>Reports to SnapStart that the snapshot may be taken; returns in the restored copy.</summary>
    public async ValueTask RestoreNextAsync()
    {
        var response = await _connection.SendAsync(Get("restore/next"));
        if (response.Status != 200)
            throw new RuntimeApiException($"The Runtime API responded with {response.Status} to restore.");
    }

    /// <summary>Reports that the restored copy could not start.</summary>
    public async ValueTask FailRestoreAsync(RuntimeError error) => await PostErrorAsync("restore/error", error);

    public void Dispose() => _connection.Dispose();

    private async ValueTask<RuntimeResponse> PostErrorAsync(string path, RuntimeError error)
    {
        var body = error.ToJson();
        return await _connection.SendAsync((byte[])[.. ErrorHead(path, error.Type, body.Length), .. body]);
    }

    private byte[] Get(string path) => Encoding.UTF8.GetBytes($"GET {Root}{path} HTTP/1.1\r\nHost: {_host}\r\n\r\n");

    // This head is written for every invocation, so it is written in place, without a string.
    private ReadOnlySpan<byte> ResponseHead(string requestId, int length) =>
        Utf8.TryWrite(
            _head,
            $"POST {Root}invocation/{requestId}/response HTTP/1.1\r\nHost: {_host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n",
            out var written)
            ? _head.AsSpan(0, written)
            : throw new RuntimeApiException("The Runtime API's request id or address is too long.");

    private ReadOnlySpan<byte> StreamHead(string requestId) =>
        Utf8.TryWrite(
            _head.AsSpan(0, ResponseBuffer.ChunkHeadRoom),
            $"POST {Root}invocation/{requestId}/response HTTP/1.1\r\nHost: {_host}\r\n{StreamedResponse.Headers}\r\n",
            out var written)
            ? _head.AsSpan(0, written)
            : throw new RuntimeApiException("The Runtime API's request id or address is too long.");

    private byte[] ErrorHead(string path, string errorType, int length) => Encoding.UTF8.GetBytes(
        $"POST {Root}{path} HTTP/1.1\r\nHost: {_host}\r\nContent-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: {errorType}\r\nContent-Length: {length}\r\n\r\n");

    private static bool Accepted(int status, string call) => status switch
    {
        >= 200 and < 300 => true,
        >= 400 and < 500 => false,
        _ => throw new RuntimeApiException($"The Runtime API responded with {status} to {call}."),
    };

    // A header that is not a time gives no deadline: the invocation is served, and Lambda ends it at its limit.
    private static DateTimeOffset Deadline(ReadOnlySpan<byte> milliseconds) =>
        Utf8Parser.TryParse(milliseconds, out long value, out var used) && used == milliseconds.Length
            && value > 0 && value <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : DateTimeOffset.MaxValue;
}
