using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Framework.Runtime;
using Framework.Testing.RuntimeApi;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.Runtime;

/// <summary>The streaming mode of the Runtime API, as
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming has it.</summary>
public sealed class StreamedResponseTests
{
    private const string Next = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id\r\nContent-Length: 2\r\n\r\n{}";
    private const string Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
    private const string Head =
        "POST /2018-06-01/runtime/invocation/id/response HTTP/1.1\r\nHost: lambda\r\n"
        + "Content-Type: application/vnd.awslambda.http-integration-response\r\n"
        + "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
        + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n";

    [Fact]
    public async Task A_stream_is_sent_in_chunks_on_a_connection_of_its_own_that_the_next_invocation_uses()
    {
        var (first, second) = (new ScriptedChannel(Next), new ScriptedChannel("", "", Accepted, Next, Accepted));

        await RunAsync([first, second], async output =>
        {
            output.BeginStream();
            output.Write("{}\0\0\0\0\0\0\0\0one"u8);
            await output.FlushAsync();
            output.Write("two"u8);
            await output.FlushAsync();
            output.Write("three"u8);
        });

        Assert.StartsWith("GET ", first.Sent, StringComparison.Ordinal);
        Assert.StartsWith(
            Head + "d\r\n{}\0\0\0\0\0\0\0\0one\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\nGET /2018-06-01/runtime/invocation/next",
            second.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_response_in_the_form_of_a_stream_leaves_in_one_piece_on_the_connection_that_is_there()
    {
        var channel = new ScriptedChannel(Next, Accepted);

        await RunAsync([channel], output =>
        {
            output.BeginStream();
            output.Write("{}\0\0\0\0\0\0\0\0all"u8);
            return ValueTask.CompletedTask;
        });

        Assert.Contains($"{Head}d\r\n{{}}\0\0\0\0\0\0\0\0all\r\n0\r\n\r\nGET ", channel.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_without_a_rest_is_the_last_chunk_alone()
    {
        var (first, second) = (new ScriptedChannel(Next), new ScriptedChannel("", Accepted));

        await RunAsync([first, second], async output =>
        {
            output.BeginStream();
            output.Write("all"u8);
            await output.FlushAsync();
            await output.FlushAsync();
        });

        Assert.StartsWith($"{Head}3\r\nall\r\n0\r\n\r\nGET ", second.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_after_the_start_is_reported_in_the_two_trailers_without_what_was_not_sent(bool blocking)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, async (_, output) =>
        {
            output.BeginStream();
            output.Write("{}\0\0\0\0\0\0\0\0sent"u8);
            await output.FlushAsync();
            output.Write("half"u8);
            throw new TimeZoneNotFoundException("line one\nline two");
        }, blocking);

        for (var index = 0; index < 2; index++)
        {
            var result = await emulator.InvokeAsync("{}"u8.ToArray());

            Assert.True(result.Streamed);
            Assert.Equal("application/vnd.awslambda.http-integration-response", result.ContentType);
            Assert.Equal("{}\0\0\0\0\0\0\0\0sent", Encoding.UTF8.GetString(result.Payload.Span));
            Assert.Equal(("Function.TimeZoneNotFoundException", "line one\nline two"), (result.Error?.Type, result.Error?.Message));
        }
    }

    [Fact]
    public async Task A_failure_before_the_first_byte_is_an_ordinary_error()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var loop = new LoopUnderTest(emulator, (_, output) =>
        {
            output.BeginStream();
            output.Write("{}"u8);
            throw new TimeZoneNotFoundException();
        });

        var result = await emulator.InvokeAsync("{}"u8.ToArray());

        Assert.Equal(("Function.TimeZoneNotFoundException", false, 0), (result.Error?.Type, result.Streamed, result.Payload.Length));
    }

    [Theory]
    [InlineData(2400)]
    [InlineData(100)]
    public void An_error_is_cut_to_what_a_trailer_holds(int limit)
    {
        var error = new RuntimeError("Function.Broken", new string('é', 100_000), [.. Enumerable.Repeat(new string('x', 500), 50)]);

        var json = error.ToJson(limit);

        Assert.InRange(json.Length, 1, limit);
        Assert.Equal("Function.Broken", JsonElement.Parse(json).GetProperty("errorType").GetString());
        Assert.InRange(StreamedResponse.Trailers(error).Length, 1, 4096);
    }

    [Fact]
    public void An_error_that_fits_is_whole()
    {
        var error = new RuntimeError("Function.Broken", "Broke.", ["at A", "at B"]);

        Assert.Equal(error.ToJson(), error.ToJson(error.ToJson().Length));
        Assert.Equal("at A", JsonElement.Parse(error.ToJson()).GetProperty("stackTrace")[0].GetString());
    }

    [Fact]
    public async Task A_Runtime_API_that_closes_amid_the_stream_ends_the_stream_and_not_the_loop()
    {
        var third = new ScriptedChannel(Next, Accepted);
        var taken = new List<bool>();

        await RunAsync([new ScriptedChannel(Next), new BreakingChannel(), third], async output =>
        {
            output.BeginStream();
            for (var index = 0; index < 4 && taken.Count < 4; index++)
            {
                output.Write("piece"u8);
                await output.FlushAsync();
                taken.Add(!output.IsAbandoned);
            }
        });

        Assert.Equal([true, false, false, false], taken);
        Assert.StartsWith("GET /2018-06-01/runtime/invocation/next", third.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Runtime_API_that_reads_nothing_holds_the_stream_until_the_deadline_and_its_memory_is_one_piece(bool blocking)
    {
        var clock = new FakeTimeProvider();
        var deadline = clock.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = new Queue<IByteChannel>([new ScriptedChannel(
            $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\nContent-Length: 2\r\n\r\n{{}}")]);
        using var api = new RuntimeApi("lambda", () => served.TryDequeue(out var channel) ? channel : Unread(listener, blocking), clock);
        var longest = 0;
        var loop = new RuntimeLoop(api, async (_, output) =>
        {
            output.BeginStream();
            do
            {
                output.Write(new byte[100_000]);
                longest = Math.Max(longest, output.BodyLength);
                await output.FlushAsync();
            }
            while (!output.IsAbandoned);
        }, static _ => { });

        var running = Task.Factory.StartNew(loop.RunAsync, TaskCreationOptions.LongRunning).Unwrap();
        // The second connection is for the next invocation, which this Runtime API does not give either.
        await Waits.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(loop.HasServed);
        });

        Assert.Equal(100_000, longest);
        api.Dispose();
        Assert.NotNull(await Record.ExceptionAsync(() => running.InTimeAsync()));
    }

    private static IByteChannel Unread(TcpListener listener, bool blocking)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect((IPEndPoint)listener.LocalEndpoint);
        return blocking ? new BlockingChannel(socket) : new AsynchronousChannel(socket);
    }

    // Until the last of the connections ends.
    private static async Task RunAsync(IByteChannel[] channels, Func<ResponseBuffer, ValueTask> handle)
    {
        var next = new Queue<IByteChannel>(channels);
        using var api = new RuntimeApi("lambda", () => next.TryDequeue(out var channel) ? channel : new ScriptedChannel(), TimeProvider.System);
        var loop = new RuntimeLoop(api, (_, output) => handle(output), static _ => { });
        await Assert.ThrowsAsync<RuntimeApiException>(loop.RunAsync);
    }

    private sealed class BreakingChannel : IByteChannel
    {
        private int _sent;

        public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => new(0);

        public ValueTask SendAsync(ReadOnlyMemory<byte> bytes) =>
            _sent++ == 0 ? ValueTask.CompletedTask : throw new SocketException((int)SocketError.ConnectionReset);

        public void Dispose()
        {
        }
    }
}
