using System.Text.Json;
using Framework.Runtime;

namespace Framework.Tests.Service;

/// <summary>One invocation of a service that streams its responses, behind a function URL or a REST API.</summary>
internal sealed class StreamedCall : IDisposable
{
    private readonly ResponseBuffer _output;

    public StreamedCall(byte[] payload, PieceLog? log = null, TimeProvider? clock = null, TimeSpan? time = null)
    {
        Log = log ?? new PieceLog();
        _output = new ResponseBuffer(Log);
        clock ??= TimeProvider.System;
        Invocation = new Invocation
        {
            Payload = payload,
            RequestId = "request-1",
            Clock = clock,
            Deadline = time is { } limit ? clock.GetUtcNow() + limit : DateTimeOffset.MaxValue,
        };
    }

    public PieceLog Log { get; }

    public Invocation Invocation { get; }

    public bool HasStarted => _output.HasStarted;

    public JsonElement Prelude => Whole.Prelude;

    public string Body => Whole.Body;

    public int Status => Prelude.GetProperty("statusCode").GetInt32();

    private (JsonElement Prelude, string Body) Whole => PieceLog.Split((byte[])[.. Log.Pieces.SelectMany(piece => piece), .. _output.Body.Span]);

    public string? Header(string name) =>
        Prelude.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;

    public Task RunAsync(TestService service) => service.Running.InvokeAsync(Invocation, _output).AsTask();

    public static byte[] FunctionUrl(string path, string method = "GET", Action<HttpApiEvent>? change = null)
    {
        var request = new HttpApiEvent(method, path) { DomainName = "abc123.lambda-url.eu-central-1.on.aws" };
        change?.Invoke(request);
        return request.ToJson();
    }

    public static byte[] RestApi(string path) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        resource = "/{proxy+}",
        path,
        httpMethod = "GET",
        headers = new { accept = "*/*" },
        multiValueHeaders = new { accept = new[] { "*/*" } },
        requestContext = new { path = $"/prod{path}", stage = "prod", requestId = "1", identity = new { sourceIp = "192.0.2.1" } },
        isBase64Encoded = false,
    });

    public void Dispose() => Invocation.Dispose();
}
