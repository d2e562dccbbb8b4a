using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;
using Framework.Hosting;
using Framework.Runtime;

namespace Framework.AmazonLambda;

/// <summary>A running service, called with what Amazon's runtime gives to a function.</summary>
internal sealed class HostedService
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly RunningService _service;

    public HostedService(Microservice service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _service = service.Start();
        SnapshotRestore.RegisterBeforeSnapshot(async () => await _service.BeforeSnapshotAsync());
        SnapshotRestore.RegisterAfterRestore(async () => await _service.AfterRestoreAsync());
    }

    /// <summary>Responds to one invocation.</summary>
    /// <param name="write">Writes the event.</param>
    /// <param name="context">What Lambda says about the invocation.</param>
    /// <returns>The response's JSON.</returns>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(Action<Utf8JsonWriter> write, ILambdaContext context)
    {
        using var invocation = InvocationOf(EventOf(write), context);
        var output = new ResponseBuffer();
        await _service.InvokeAsync(invocation, output);
        return output.Body;
    }

    private static ReadOnlyMemory<byte> EventOf(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, WriterOptions))
            write(json);
        return bytes.WrittenMemory;
    }

    private Invocation InvocationOf(ReadOnlyMemory<byte> payload, ILambdaContext context) => new()
    {
        Payload = payload,
        RequestId = Text(context.AwsRequestId) ?? Guid.NewGuid().ToString(),
        // A context that a unit test makes has no remaining time.
        Deadline = context.RemainingTime > TimeSpan.Zero ? _service.Clock.GetUtcNow() + context.RemainingTime : DateTimeOffset.MaxValue,
        FunctionArn = Text(context.InvokedFunctionArn),
        // A runtime older than the property sets the variable alone.
        TraceId = Text(context.TraceId) ?? LambdaEnvironment.Process["_X_AMZN_TRACE_ID"],
        TenantId = Text(context.TenantId),
        Clock = _service.Clock,
    };

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
