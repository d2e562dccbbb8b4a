using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

public sealed class StreamingTests : IAsyncLifetime
{
    private const string Streaming =
        "Host: lambda\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"
        + "Content-Type: application/vnd.awslambda.http-integration-response\r\nTransfer-Encoding: chunked\r\n";

    private RuntimeApiEmulator _emulator = null!;
    private RuntimeClient _runtime = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await RuntimeApiEmulator.StartAsync();
        _runtime = new(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _runtime.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_streamed_response_is_put_together_from_its_chunks()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        var response = await RawHttp.SendAsync(
            _emulator.Address, $"{await StartAsync()}{Streaming}\r\n2\r\n{{}}\r\n8\r\n\0\0\0\0\0\0\0\0\r\n5\r\nhello\r\n0\r\n\r\n", until: "OK");
        var result = await invocation;

        Assert.StartsWith("HTTP/1.1 202", response, StringComparison.Ordinal);
        Assert.True(result.Streamed);
        Assert.Null(result.Error);
        Assert.Equal("application/vnd.awslambda.http-integration-response", result.ContentType);
        Assert.Equal("{}\0\0\0\0\0\0\0\0hello"u8.ToArray(), result.Payload.ToArray());
    }

    [Fact]
    public async Task A_failure_amid_the_stream_is_reported_by_trailers()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        var body = Convert.ToBase64String("{\"errorMessage\":\"Broke.\"}"u8);

        await RawHttp.SendAsync(
            _emulator.Address,
            $"{await StartAsync()}{Streaming}Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n"
            + $"3\r\nhel\r\n0\r\nLambda-Runtime-Function-Error-Type: Function.Broke\r\nLambda-Runtime-Function-Error-Body: {body}\r\n\r\n",
            until: "OK");
        var result = await invocation;

        Assert.Equal("hel"u8.ToArray(), result.Payload.ToArray());
        Assert.Equal("Function.Broke", result.Error?.Type);
        Assert.Equal("Broke.", result.Error?.Message);
    }

    [Fact]
    public async Task A_streamed_response_may_be_larger_than_a_buffered_one()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        await _runtime.RespondAsync(await _runtime.TakeAsync(), new byte[7_000_000], mode: "streaming");

        Assert.Equal(7_000_000, (await invocation).Payload.Length);
    }

    [Fact]
    public async Task A_response_that_breaks_off_fails_the_invocation()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        await RawHttp.SendAndBreakAsync(_emulator.Address, $"{await StartAsync()}{Streaming}\r\n5\r\nhel");

        Assert.Equal("Runtime.TruncatedResponse", (await invocation).Error?.Type);
    }

    private async Task<string> StartAsync() =>
        $"POST /2018-06-01/runtime/invocation/{await _runtime.TakeAsync()}/response HTTP/1.1\r\n";
}
