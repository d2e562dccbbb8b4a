using System.Text;
using Framework.Runtime;
using Framework.Testing.RuntimeApi;
using Invocation = Framework.Runtime.Invocation;

namespace Framework.Tests.Runtime;

public sealed class RuntimeLoopTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_event_gets_its_response_under_its_own_id(bool blocking)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, Echo, blocking);

        for (var index = 0; index < 3; index++)
        {
            var result = await emulator.InvokeAsync(Bytes($"{{\"n\":{index}}}"), new InvocationOptions { RequestId = $"id-{index}" });
            Assert.Null(result.Error);
            Assert.Equal($"id-{index}", result.RequestId);
            Assert.Equal($"{{\"n\":{index}}}", Text(result.Payload));
            Assert.Equal("application/json", result.ContentType);
        }
    }

    [Fact]
    public async Task What_Lambda_says_of_an_invocation_reaches_the_handler()
    {
        Invocation? seen = null;
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, (invocation, output) =>
        {
            seen = invocation;
            return ValueTask.CompletedTask;
        });

        var before = TimeProvider.System.GetUtcNow();
        await emulator.InvokeAsync(Bytes("{}"), new InvocationOptions
        {
            RequestId = "id-1",
            Timeout = TimeSpan.FromMinutes(15),
            FunctionArn = "arn:aws:lambda:eu-central-1:123456789012:function:orders:live",
            TraceId = "Root=1-5759e988-bd862e3fe1be46a994272793",
            TenantId = "tenant",
            ClientContext = "{\"custom\":{\"name\":\"Zoë\"}}",
            CognitoIdentity = "{}",
        });

        Assert.NotNull(seen);
        Assert.Equal("id-1", seen.RequestId);
        Assert.Equal("arn:aws:lambda:eu-central-1:123456789012:function:orders:live", seen.FunctionArn);
        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793", seen.TraceId);
        Assert.Equal("tenant", seen.TenantId);
        Assert.Equal("{\"custom\":{\"name\":\"Zoë\"}}", seen.ClientContext);
        Assert.Equal("{}", seen.CognitoIdentity);
        // The header holds whole milliseconds.
        Assert.InRange(seen.Deadline, before.AddMinutes(15).AddMilliseconds(-1), TimeProvider.System.GetUtcNow().AddMinutes(15));
        Assert.Equal(["Root=1-5759e988-bd862e3fe1be46a994272793"], loop.TraceIds);
    }

    [Fact]
    public async Task An_exception_is_the_invocation_s_error_and_the_loop_goes_on()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, (invocation, output) =>
            invocation.RequestId == "bad" ? throw new InvalidOperationException("broken \"quotes\"\n") : Echo(invocation, output));

        var failed = await emulator.InvokeAsync(Bytes("{}"), new InvocationOptions { RequestId = "bad" });
        var response = await emulator.InvokeAsync(Bytes("{\"a\":1}"));

        Assert.Equal("Function.InvalidOperationException", failed.Error?.Type);
        Assert.Equal("broken \"quotes\"\n", failed.Error?.Message);
        Assert.Equal("{\"a\":1}", Text(response.Payload));
    }

    [Fact]
    public async Task A_handler_that_fails_halfway_through_its_response_leaves_nothing_of_it()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, (invocation, output) =>
        {
            Write(output, "half a response"u8);
            return invocation.RequestId == "bad" ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        });

        var failed = await emulator.InvokeAsync(Bytes("{}"), new InvocationOptions { RequestId = "bad" });
        var response = await emulator.InvokeAsync(Bytes("{}"));

        Assert.Equal(0, failed.Payload.Length);
        Assert.Equal("half a response", Text(response.Payload));
    }

    [Fact]
    public async Task A_refused_response_becomes_an_error_and_the_loop_goes_on()
    {
        var api = new RuntimeApi("host", new ScriptedChannel(
            Next("first"), "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", Accepted,
            Next("second"), Accepted).Once, TimeProvider.System);
        var channel = await RunToEndAsync(api, Echo);

        Assert.Equal(["first", "second"], channel);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("")]
    public async Task A_Runtime_API_that_breaks_its_protocol_ends_the_loop(string next)
    {
        var loop = new RuntimeLoop(new RuntimeApi("host", new ScriptedChannel(next).Once, TimeProvider.System), Echo, _ => { });

        await Assert.ThrowsAsync<RuntimeApiException>(loop.RunAsync);
    }

    [Fact]
    public async Task A_500_to_a_response_ends_the_loop()
    {
        var channel = new ScriptedChannel(Next("first"), "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", Next("second"));
        var loop = new RuntimeLoop(new RuntimeApi("host", channel.Once, TimeProvider.System), Echo, _ => { });

        await Assert.ThrowsAsync<RuntimeApiException>(loop.RunAsync);
        Assert.DoesNotContain("/second/", channel.Sent);
    }

    [Fact]
    public async Task The_requests_are_whole_HTTP_messages()
    {
        var channel = new ScriptedChannel(Next("first"), Accepted);
        var loop = new RuntimeLoop(new RuntimeApi("127.0.0.1:9001", channel.Once, TimeProvider.System), Echo, _ => { });

        await Assert.ThrowsAsync<RuntimeApiException>(loop.RunAsync);

        Assert.Equal(
            "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: 127.0.0.1:9001\r\n\r\n"
            + "POST /2018-06-01/runtime/invocation/first/response HTTP/1.1\r\nHost: 127.0.0.1:9001\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            + "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: 127.0.0.1:9001\r\n\r\n",
            channel.Sent);
    }

    [Fact]
    public async Task An_event_of_6_MB_goes_there_and_back()
    {
        var payload = Bytes($"\"{new string('x', 6 * 1024 * 1024 - 2)}\"");
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, Echo);

        var result = await emulator.InvokeAsync(payload);

        Assert.Null(result.Error);
        Assert.True(result.Payload.Span.SequenceEqual(payload));
    }

    [Fact]
    public async Task A_response_over_the_limit_fails_that_invocation_alone()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, (invocation, output) =>
        {
            Write(output, new byte[invocation.RequestId == "bad" ? LambdaLimits.MaxResponseBytes + 1 : 10]);
            return ValueTask.CompletedTask;
        });

        var refused = await emulator.InvokeAsync(Bytes("{}"), new InvocationOptions { RequestId = "bad" });
        var response = await emulator.InvokeAsync(Bytes("{}"));

        Assert.NotNull(refused.Error);
        Assert.Equal(10, response.Payload.Length);
    }

    [Fact]
    public async Task Several_loops_serve_several_invocations_at_once()
    {
        using var all = new CountdownEvent(4);
        await using var emulator = await RuntimeApiEmulator.StartAsync(maxConcurrency: 4);
        async ValueTask WaitForAll(Invocation invocation, ResponseBuffer output)
        {
            all.Signal();
            await Task.Run(() => Assert.True(all.Wait(Waits.Limit)));
            await Echo(invocation, output);
        }
        var loops = Enumerable.Range(0, 4).Select(_ => new LoopUnderTest(emulator, WaitForAll, blocking: false)).ToList();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => emulator.InvokeAsync(Bytes($"{index}"))));

        Assert.Equal(["0", "1", "2", "3"], results.Select(result => Text(result.Payload)));
        foreach (var loop in loops)
            await loop.DisposeAsync();
    }

    [Fact]
    public async Task A_failed_start_is_reported_to_Lambda()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        using var api = RuntimeApi.At(emulator.Address, blocking: true, TimeProvider.System);

        await api.FailInitAsync(RuntimeError.From(new InvalidOperationException("no table"), "Runtime.InitError"));

        var error = await emulator.InitError.InTimeAsync();
        Assert.Equal("Runtime.InitError", error.Type);
        Assert.Equal("no table", error.Message);
    }

    private const string Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";

    private static string Next(string id) =>
        $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: {id}\r\nContent-Length: 2\r\n\r\n{{}}";

    private static async Task<List<string>> RunToEndAsync(RuntimeApi api, InvocationHandler handle)
    {
        var served = new List<string>();
        var loop = new RuntimeLoop(
            api,
            (invocation, output) =>
            {
                served.Add(invocation.RequestId);
                return handle(invocation, output);
            },
            _ => { });
        await Assert.ThrowsAsync<RuntimeApiException>(loop.RunAsync);
        return served;
    }

    private static ValueTask Echo(Invocation invocation, ResponseBuffer output)
    {
        Write(output, invocation.Payload.Span);
        return ValueTask.CompletedTask;
    }

    private static void Write(ResponseBuffer output, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
