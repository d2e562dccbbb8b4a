using System.Text;
using System.Text.Json;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Problems;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.HttpPipeline;

/// <summary>Responses that are sent while they are made. The facts of AWS are those of
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html.</summary>
public sealed class StreamingTests
{
    private static readonly byte[] Items = StreamedCall.FunctionUrl("/items");

    public static TheoryData<string> Streaming { get; } = ["function-url", "rest"];

    [Theory]
    [MemberData(nameof(Streaming))]
    public async Task Where_the_front_door_streams_status_and_headers_come_as_a_prelude_and_eight_NUL_bytes(string frontDoor)
    {
        await using var service = Service();
        using var call = new StreamedCall(frontDoor == "rest" ? StreamedCall.RestApi("/items") : Items);

        await call.RunAsync(service);

        Assert.Equal((200, "application/json", "[1,2,3]"), (call.Status, call.Header("content-type"), call.Body));
        Assert.False(call.Prelude.TryGetProperty("body", out _) || call.Prelude.TryGetProperty("isBase64Encoded", out _));
    }

    [Fact]
    public async Task The_first_piece_holds_the_whole_prelude_and_leaves_before_the_last_item_is_made()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = Service(_ => Held(gate.Task));
        using var call = new StreamedCall(Items);

        var running = call.RunAsync(service);
        await call.Log.First.InTimeAsync();
        var first = PieceLog.Split(call.Log.Pieces[0]);
        gate.SetResult();
        await running;

        Assert.Equal("[1", first.Body);
        Assert.Equal("[1,2]", call.Body);
    }

    [Theory]
    [InlineData("HttpApi")]
    [InlineData("HttpApiV1")]
    [InlineData("LoadBalancer")]
    public async Task A_front_door_that_cannot_stream_gets_a_whole_response_and_never_a_prelude(string frontDoor)
    {
        await using var service = Service();
        using var call = new StreamedCall(Buffered(frontDoor));
        var output = new Framework.Runtime.ResponseBuffer(call.Log);

        await service.Running.InvokeAsync(call.Invocation, output);

        Assert.Empty(call.Log.Pieces);
        Assert.False(output.IsStreamed);
        Assert.Equal("[1,2,3]", JsonElement.Parse(output.Body.Span).GetProperty("body").GetString());
    }

    [Theory]
    [MemberData(nameof(Streaming))]
    public async Task Without_the_setting_a_function_URL_and_a_REST_API_get_a_whole_response(string frontDoor)
    {
        await using var service = Service(streams: false);
        var output = new Framework.Runtime.ResponseBuffer(new PieceLog());
        using var call = new StreamedCall(frontDoor == "rest" ? StreamedCall.RestApi("/items") : Items);

        await service.Running.InvokeAsync(call.Invocation, output);

        Assert.False(output.IsStreamed);
        Assert.Equal("[1,2,3]", JsonElement.Parse(output.Body.Span).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public async Task The_environment_variable_is_the_setting_s_default(string value, bool streams)
    {
        await using var service = new TestService(
            [new StreamItemsEndpoint()], services: services => services.AddSingleton<ItemSource>(),
            environment: new() { ["FRAMEWORK_RESPONSE_STREAMING"] = value });
        var output = new Framework.Runtime.ResponseBuffer(new PieceLog());
        using var call = new StreamedCall(Items);

        await service.Running.InvokeAsync(call.Invocation, output);

        Assert.Equal(streams, output.IsStreamed);
    }

    [Fact]
    public void A_variable_that_is_neither_true_nor_false_is_a_mistake_at_start()
    {
        var mistake = Assert.Throws<FormatException>(() => new TestService([], environment: new() { ["FRAMEWORK_RESPONSE_STREAMING"] = "yes" }));

        Assert.Equal("FRAMEWORK_RESPONSE_STREAMING is 'yes': set it to true or false.", mistake.Message);
    }

    [Fact]
    public async Task Every_response_has_the_form_of_a_stream_also_one_value_and_a_problem()
    {
        await using var service = Service();
        using var value = new StreamedCall(StreamedCall.FunctionUrl("/items/one"));
        using var missing = new StreamedCall(StreamedCall.FunctionUrl("/nothing"));

        await value.RunAsync(service);
        await missing.RunAsync(service);

        Assert.Equal((200, "7", false), (value.Status, value.Body, value.HasStarted));
        Assert.Equal((404, "application/problem+json"), (missing.Status, missing.Header("content-type")));
        Assert.Contains("not-found", missing.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_events_and_files_are_streamed_too()
    {
        await using var service = Service(_ => ItemSource.Numbers(2));
        using var lines = new StreamedCall(StreamedCall.FunctionUrl("/items/lines"));
        using var events = new StreamedCall(StreamedCall.FunctionUrl("/items/events"));
        using var file = new StreamedCall(StreamedCall.RestApi("/items/file"));

        await lines.RunAsync(service);
        await events.RunAsync(service);
        await file.RunAsync(service);

        Assert.Equal(("application/x-ndjson", "lines", "1\n2\n"), (lines.Header("content-type"), lines.Header("x-kind"), lines.Body));
        Assert.Equal(2, lines.Prelude.GetProperty("cookies").GetArrayLength());
        Assert.Equal(("text/event-stream", "no-store"), (events.Header("content-type"), events.Header("cache-control")));
        Assert.Equal("event: number\ndata: 1\nid: id-1\nretry: 2000\n\nevent: number\ndata: 2\nid: id-2\nretry: 2000\n\n", events.Body);
        Assert.Equal(("%PDF", "application/pdf", "attachment; filename=\"a.pdf\""), (file.Body, file.Header("content-type"), file.Header("content-disposition")));
    }

    [Fact]
    public async Task Text_is_one_field_for_each_of_its_lines()
    {
        await using var service = Service();
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/text"));

        await call.RunAsync(service);

        Assert.Equal("data: one\ndata: two\ndata: \ndata: über\u2028all\n\ndata: \n\n", call.Body);
    }

    [Fact]
    public async Task No_items_are_an_empty_array()
    {
        await using var service = Service(_ => ItemSource.Numbers(0));
        using var call = new StreamedCall(Items);

        await call.RunAsync(service);

        Assert.Equal("[]", call.Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_fails_before_the_first_item_is_a_response_of_its_own(bool streams)
    {
        await using var service = Service(
            _ => ItemSource.Numbers(3, _ => throw new ProblemException(new Problem(409, "taken", "Taken"))), streams);
        using var call = new StreamedCall(Items);
        var response = streams ? null : await service.SendAsync(new HttpApiEvent("GET", "/items"));

        if (streams)
            await call.RunAsync(service);

        Assert.Equal(409, response?.Status ?? call.Status);
        Assert.Equal(0, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Fact]
    public async Task What_fails_before_a_byte_is_sent_is_a_response_of_its_own()
    {
        await using var service = Service(_ => ItemSource.Numbers(3, number => Assert.False(number == 2)));
        using var call = new StreamedCall(Items);

        await call.RunAsync(service);

        Assert.Equal((500, false), (call.Status, call.HasStarted));
        Assert.Contains("internal-error", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_amid_the_stream_is_logged_counted_and_passed_to_the_Runtime_API()
    {
        await using var service = Service(_ => Broken());
        using var call = new StreamedCall(Items);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => call.RunAsync(service));

        Assert.Equal("[1", PieceLog.Split(call.Log.Pieces[0]).Body);
        Assert.Contains("TimeZoneNotFoundException", service.Logs.Single().GetRawText(), StringComparison.Ordinal);
        var metrics = service.Metrics.Single();
        Assert.Equal((1, 200), (metrics.GetProperty("ServerErrors").GetInt32(), metrics.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task An_array_that_has_no_end_is_broken_off_at_the_deadline()
    {
        var clock = new FakeTimeProvider();
        await using var service = Service(_ => Endless(clock));
        using var call = new StreamedCall(Items, clock: clock, time: TimeSpan.FromSeconds(30));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.RunAsync(service));

        Assert.Contains("did not end before the Lambda deadline", service.Logs.Single().GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Fact]
    public async Task Events_that_have_no_end_are_ended_at_the_deadline()
    {
        var clock = new FakeTimeProvider();
        await using var service = Service(_ => Endless(clock));
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/items/events"), clock: clock, time: TimeSpan.FromSeconds(30));

        await call.RunAsync(service);

        Assert.EndsWith("\n\n", call.Body, StringComparison.Ordinal);
        Assert.Empty(service.Logs);
        Assert.Equal(0, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Fact]
    public async Task Where_the_client_has_gone_away_the_items_end_and_nothing_has_failed()
    {
        var source = new ItemSource { Make = Waiting };
        await using var service = Service(source);
        using var call = new StreamedCall(Items, new PieceLog(_ => false));

        await call.RunAsync(service).InTimeAsync();

        Assert.True(call.Invocation.Cancellation.IsCancellationRequested);
        Assert.Equal(["items", "handler"], source.Ends);
        Assert.Empty(service.Logs);
        Assert.Equal(0, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Fact]
    public async Task Items_handler_and_scope_live_until_the_last_item_is_sent()
    {
        var source = new ItemSource();
        await using var service = Service(source);
        using var call = new StreamedCall(Items);

        await call.RunAsync(service);

        Assert.Equal(["items", "handler"], source.Ends);
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 418)]
    public async Task Items_that_nobody_is_sent_end(string method, int status)
    {
        var source = new ItemSource();
        await using var service = Service(source, filters: status == 418 ? [new Replace()] : []);
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/hand", method));

        await call.RunAsync(service);

        Assert.Equal((status, ""), (call.Status, call.Body));
        Assert.Equal(["items"], source.Ends);
    }

    [Fact]
    public async Task A_filter_sees_the_head_and_adds_to_it()
    {
        await using var service = Service(new ItemSource(), filters: [new Mark()]);
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/hand"));

        await call.RunAsync(service);

        Assert.Equal(("200", "[1,2,3]"), (call.Header("x-seen"), call.Body));
    }

    [Fact]
    public async Task A_stream_whose_tag_the_client_has_is_a_304()
    {
        var source = new ItemSource();
        await using var service = Service(source, filters: [new Tag()]);
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/hand", change: request => request.With("if-none-match", "\"1\"")));

        await call.RunAsync(service);

        Assert.Equal((304, ""), (call.Status, call.Body));
        Assert.Equal(["items"], source.Ends);
    }

    [Fact]
    public async Task A_page_of_another_origin_may_read_a_stream()
    {
        await using var service = Service();
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/items", change: request => request.With("origin", "https://page.example.com")));

        await call.RunAsync(service);

        Assert.Equal("https://page.example.com", call.Header("access-control-allow-origin"));
    }

    [Fact]
    public async Task Only_a_whole_response_is_compressed()
    {
        await using var service = Service(_ => ItemSource.Numbers(2000));
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/items", change: request => request.With("accept-encoding", "gzip")));

        await call.RunAsync(service);
        var whole = await service.SendAsync(new HttpApiEvent("GET", "/items").With("accept-encoding", "gzip"));

        Assert.Null(call.Header("content-encoding"));
        Assert.EndsWith(",2000]", call.Body, StringComparison.Ordinal);
        Assert.Equal("gzip", whole.Header("content-encoding"));
    }

    [Fact]
    public async Task Only_a_whole_response_has_the_limit_of_six_megabytes()
    {
        await using var service = Service(_ => ItemSource.Numbers(1_000_000));
        using var call = new StreamedCall(Items);

        await call.RunAsync(service);
        var whole = await service.SendAsync(new HttpApiEvent("GET", "/items"));

        Assert.True(call.Log.Pieces.Sum(piece => piece.Length) > 6_291_556);
        Assert.Equal((500, "response-too-large"), (whole.Status, whole.Kind));
    }

    [Fact]
    public async Task Two_hundred_megabytes_need_no_more_memory_than_one_piece()
    {
        await using var service = Service(new ItemSource(), content: new Zeros(200_000_000));
        var receiver = new Discard();
        var output = new Framework.Runtime.ResponseBuffer(receiver);
        using var call = new StreamedCall(StreamedCall.FunctionUrl("/zeros"));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await service.Running.InvokeAsync(call.Invocation, output);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.InRange(receiver.Length + output.BodyLength, 200_000_000, 200_001_000);
        Assert.InRange(receiver.Longest, 1, 256 * 1024);
        Assert.InRange(allocated, 0, 20_000_000);
    }

    private static TestService Service(Func<CancellationToken, IAsyncEnumerable<int>>? make = null, bool streams = true) =>
        Service(make is null ? new ItemSource() : new ItemSource { Make = make }, streams);

    private static TestService Service(ItemSource source, bool streams = true, IEndpointFilter[]? filters = null, Stream? content = null) => new(
        [
            new StreamItemsEndpoint(),
            new StreamAsEndpoint(),
            new StreamTextEndpoint(),
            new TestEndpoint("GET", "/hand", context => context.StreamAsync(source.Items(context.Cancellation), TestJson.Default.Int32), filters: filters),
            new TestEndpoint("GET", "/zeros", context => context.StreamAsync(new FileStreamResult(content!, "application/octet-stream"))),
        ],
        builder =>
        {
            builder.StreamsResponses = streams;
            builder.Cors.AllowOrigin("https://page.example.com");
            builder.CompressResponses();
        },
        services => services.AddSingleton(source));

    private static byte[] Buffered(string frontDoor) => frontDoor switch
    {
        "HttpApi" => new HttpApiEvent("GET", "/items").ToJson(),
        "HttpApiV1" => Encoding.UTF8.GetBytes("""{"version":"1.0",""" + Encoding.UTF8.GetString(StreamedCall.RestApi("/items"))[1..]),
        _ => """{"requestContext":{"elb":{"targetGroupArn":"arn"}},"httpMethod":"GET","path":"/items","queryStringParameters":{},"headers":{"host":"a"},"body":"","isBase64Encoded":false}"""u8.ToArray(),
    };

    private static async IAsyncEnumerable<int> Held(Task gate)
    {
        yield return 1;
        await gate;
        yield return 2;
    }

    private static async IAsyncEnumerable<int> Broken()
    {
        yield return 1;
        await Task.Yield();
        throw new TimeZoneNotFoundException("broken");
    }

    // It never looks at a token.
    private static async IAsyncEnumerable<int> Endless(FakeTimeProvider clock)
    {
        for (var number = 1; ; number++)
        {
            yield return number;
            await Task.Yield();
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static async IAsyncEnumerable<int> Waiting([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private sealed class Replace : IEndpointFilter
    {
        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            await next();
            return new Response(418);
        }
    }

    private sealed class Mark : IEndpointFilter
    {
        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            var response = await next();
            response.Headers["x-seen"] = $"{response.StatusCode}";
            return response;
        }
    }

    private sealed class Tag : IEndpointFilter
    {
        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            var response = await next();
            response.Headers["etag"] = "\"1\"";
            return response;
        }
    }

    private sealed class Discard : Framework.Runtime.IResponseStream
    {
        public long Length { get; private set; }

        public int Longest { get; private set; }

        public ValueTask<bool> SendAsync(Framework.Runtime.ResponseBuffer piece)
        {
            Length += piece.BodyLength;
            Longest = Math.Max(Longest, piece.BodyLength);
            return new(true);
        }
    }

    private sealed class Zeros(int length) : Stream
    {
        private int _rest = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(_rest, buffer.Length);
            _rest -= count;
            return new(count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
