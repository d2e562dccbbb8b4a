using Framework.Description;
using Framework.Generated;
using Framework.Http;
using Framework.Problems;
using Framework.Runtime;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Framework.Tests.HttpPipeline;

public sealed class PipelineTests
{
    [Fact]
    public async Task An_anonymous_caller_learns_nothing_of_the_rules()
    {
        var isBound = false;
        await using var service = new TestService([new TestEndpoint(
            "POST", "/a", _ => throw new InvalidOperationException(), AccessPolicy.Authenticated, (_, _) => isBound = true)]);

        var response = await service.SendAsync(new HttpApiEvent("POST", "/a") { Body = "{" });

        Assert.Equal((401, false), (response.Status, isBound));
    }

    [Fact]
    public async Task A_handler_s_exception_is_logged_and_never_sent()
    {
        await using var service = new TestService([new TestEndpoint(
            "GET", "/a", _ => throw new InvalidOperationException("password=hunter2", new ArgumentException("inner")))]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((500, "internal-error"), (response.Status, response.Kind));
        Assert.DoesNotContain("hunter2", response.Body);
        Assert.DoesNotContain("InvalidOperation", response.Body);
        var log = Assert.Single(service.Logs);
        Assert.Equal("ERROR", log.GetProperty("level").GetString());
        Assert.Equal("password=hunter2", log.GetProperty("exception").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_is_a_404()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ => ValueTask.FromResult<Response>(null!)), new FindNothingEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));
        var result = await service.SendAsync(new HttpApiEvent("GET", "/nothing"));

        Assert.Equal((404, "not-found"), (response.Status, response.Kind));
        Assert.Equal((404, "not-found"), (result.Status, result.Kind));
    }

    [Theory]
    [InlineData(404, 0)]
    [InlineData(503, 1)]
    public async Task A_problem_thrown_from_anywhere_is_the_response_and_logged_when_it_is_the_service_s_fault(int status, int logs)
    {
        await using var service = new TestService([new TestEndpoint(
            "GET", "/a", _ => throw new ProblemException(new Problem(status, "of-mine", "Mine") { Detail = "d" }))]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((status, "of-mine"), (response.Status, response.Kind));
        Assert.Equal(logs, service.Logs.Count());
    }

    [Theory]
    [InlineData(1_000, "1")]
    [InlineData(1_001, "2")]
    public async Task A_problem_that_passes_says_when_to_come_back(int milliseconds, string header)
    {
        var busy = new Problem(503, "busy", "Busy") { RetryAfter = TimeSpan.FromMilliseconds(milliseconds) };
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ => throw new ProblemException(busy))]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((503, header), (response.Status, response.Header("retry-after")));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(99)]
    [InlineData(600)]
    public async Task A_problem_that_is_no_error_is_a_500_and_not_a_failed_invocation(int status)
    {
        await using var service = new TestService([new TestEndpoint(
            "GET", "/a", _ => throw new ProblemException(new Problem(status, "odd", "Odd")))]);

        Assert.Equal(500, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
    }

    [Fact]
    public async Task A_handler_that_hears_the_deadline_is_a_503()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", async context =>
        {
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return new Response(200);
        })]);

        var response = await service.SendAsync(
            new HttpApiEvent("GET", "/a").ToJson(), deadline: TimeProvider.System.GetUtcNow() + Invocation.DeadlineMargin);

        Assert.Equal((503, "deadline-exceeded"), (response.Status, response.Kind));
    }

    [Fact]
    public async Task A_cancellation_of_the_handler_s_own_is_a_500()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ => throw new OperationCanceledException())]);

        Assert.Equal((500, "internal-error"), await OutcomeAsync(service));
    }

    [Fact]
    public async Task A_response_that_Lambda_would_refuse_is_a_500_that_says_so()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(Response.Text(200, new string('x', LambdaLimits.MaxResponseBytes))))],
            builder => builder.Cors.AllowOrigin("https://a.example"));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("origin", "https://a.example"));

        Assert.Equal((500, "response-too-large", "https://a.example"), (response.Status, response.Kind, response.Header("access-control-allow-origin")));
        Assert.Contains(service.Logs, log => log.TryGetProperty("Bytes", out var bytes) && bytes.GetInt64() > LambdaLimits.MaxResponseBytes);
        Assert.Equal(1, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 200)]
    [InlineData(1, 500)]
    public async Task A_response_is_as_long_as_Lambda_takes_to_the_byte(int over, int status)
    {
        const int Text = LambdaLimits.MaxResponseBytes - 1000;
        var length = Text;
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(Response.Text(200, new string('x', length))))]);
        var around = (await SendAsync(service)).BodyLength - Text;

        length = LambdaLimits.MaxResponseBytes - around + over;
        var output = await SendAsync(service);

        Assert.Equal(status, new ClientResponse(output.Body).Status);
        if (status == 200)
            Assert.Equal(LambdaLimits.MaxResponseBytes + over, output.BodyLength);
    }

    private static async Task<ResponseBuffer> SendAsync(TestService service)
    {
        using var invocation = new Invocation { Payload = new HttpApiEvent("GET", "/a").ToJson(), RequestId = "id" };
        var output = new ResponseBuffer();
        await service.Running.InvokeAsync(invocation, output);
        return output;
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task A_response_that_can_have_no_body_has_none(int status)
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(new Response(status) { Body = "x"u8.ToArray() }))]);

        Assert.False((await service.SendAsync(new HttpApiEvent("GET", "/a"))).Raw.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_location_with_a_line_break_is_a_500_and_never_a_header()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", context => ValueTask.FromResult(
            context.Result(new Created<string>("/a\r\nset-cookie: b=1", "x"), TestJson.Default.String)))]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((500, null), (response.Status, response.Header("location")));
    }

    [Fact]
    public async Task A_response_that_fails_halfway_leaves_nothing_of_it()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", context =>
        {
            _ = context.Ok("half", TestJson.Default.String);
            throw new InvalidOperationException();
        })]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal("internal-error", response.Kind);
    }

    [Fact]
    public async Task Each_invocation_has_a_scope_that_ends_with_it()
    {
        var made = new List<Disposable>();
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", context =>
            {
                Assert.Same(context.Services.GetRequiredService<Disposable>(), context.Services.GetRequiredService<Disposable>());
                Assert.False(made[^1].IsDisposed);
                return ValueTask.FromResult(new Response(200));
            })],
            services: services => services.AddScoped(_ =>
            {
                made.Add(new Disposable(false));
                return made[^1];
            }));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));
        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal([true, true], made.Select(disposable => disposable.IsDisposed));
    }

    [Fact]
    public async Task A_scope_that_cannot_end_is_a_logged_500_and_not_a_failed_invocation()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", context =>
            {
                context.Services.GetRequiredService<Disposable>();
                return ValueTask.FromResult(new Response(200));
            })],
            services: services => services.AddScoped(_ => new Disposable(fails: true)));

        Assert.Equal((500, "internal-error"), await OutcomeAsync(service));
        Assert.Single(service.Logs);
    }

    [Fact]
    public async Task What_is_no_event_fails_the_invocation_and_is_logged()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);

        await Assert.ThrowsAsync<UndecodableEventException>(() => service.SendAsync("{\"Records\":[]}"u8.ToArray()));

        Assert.Single(service.Logs);
        Assert.Empty(service.Metrics);
    }

    [Fact]
    public async Task What_escapes_beside_the_handler_is_logged_counted_and_a_500_that_a_page_may_read()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(new BrokenResponse().Value))],
            builder => builder.Cors.AllowOrigin("https://a.example"));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("origin", "https://a.example"));

        Assert.Equal((500, "internal-error", "https://a.example"), (response.Status, response.Kind, response.Header("access-control-allow-origin")));
        Assert.Equal("ERROR", Assert.Single(service.Logs).GetProperty("level").GetString());
        Assert.Equal(1, service.Metrics.Single().GetProperty("ServerErrors").GetInt32());
    }

    [Fact]
    public async Task A_log_that_fails_breaks_no_request()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", _ => throw new InvalidOperationException())],
            services: services => services.AddSingleton<ILoggerFactory>(new BrokenLoggerFactory()));

        Assert.Equal((500, "internal-error"), await OutcomeAsync(service));
    }

    [Theory]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":secret-token}")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"headers\":{\"authorization\":\"\\uZsecret-token\"}}")]
    [InlineData("secret-token")]
    public async Task An_undecodable_event_s_text_reaches_neither_the_log_nor_Lambda(string payload)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);

        var failure = await Assert.ThrowsAsync<UndecodableEventException>(() => service.SendAsync(System.Text.Encoding.UTF8.GetBytes(payload)));

        var sent = System.Text.Encoding.UTF8.GetString(RuntimeError.From(failure).ToJson());
        foreach (var text in new[] { service.Logs.Single().GetRawText(), sent })
        {
            Assert.DoesNotContain("secret", text);
            Assert.DoesNotContain("'s'", text);
            Assert.DoesNotContain("'Z'", text);
        }
    }

    [Theory]
    [InlineData("a=b\r\nset-cookie: c=d")]
    [InlineData("a=\0")]
    [InlineData("a=\u001b")]
    public void A_cookie_with_a_control_character_is_refused(string cookie)
    {
        var response = new Response(200);
        response.Cookies.Add("a=b; Path=/");

        Assert.Throws<ArgumentException>(() => response.Cookies.Add(cookie));
        Assert.Throws<ArgumentException>(() => response.Cookies[0] = cookie);
        Assert.Equal(["a=b; Path=/"], response.Cookies);
    }

    [Fact]
    public async Task A_service_without_the_type_s_JSON_context_says_what_to_add()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", context => throw new InvalidOperationException())]);
        var json = new Framework.Json.JsonTypes().Use(TestJson.Default);

        Assert.Contains("[JsonSerializable(typeof(TimeZoneInfo))]", Assert.Throws<InvalidOperationException>(json.TypeOf<TimeZoneInfo>).Message);
        Assert.Throws<InvalidOperationException>(() => json.Use(TestJson.Default));
    }

    [Fact]
    public async Task Many_invocations_at_once_do_not_mix()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a/{id}", async context =>
        {
            var before = context.Request.Path;
            await Task.Yield();
            return Response.Text(200, $"{before}|{context.Request.Path}|{context.Request.Headers["x-id"]}|{context.Invocation.RequestId}");
        })]);

        var responses = await Task.WhenAll(Enumerable.Range(0, 64).Select(index => Task.Run(() => service.SendAsync(
            new HttpApiEvent("GET", $"/a/{index}").With("x-id", $"{index}").ToJson(), $"{index}"))));

        Assert.Equal(Enumerable.Range(0, 64).Select(index => $"/a/{index}|/a/{index}|{index}|{index}"), responses.Select(response => response.Body));
    }

    [Fact]
    public async Task A_served_request_makes_little_garbage()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")], telemetry: Stream.Null);
        var payload = new HttpApiEvent("GET", "/a").As("user-1").ToJson();
        var output = new ResponseBuffer();
        for (var index = 0; index < 100; index++)
            await ServeAsync();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 100; index++)
            await ServeAsync();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        Assert.InRange(each, 0, 4096);

        async ValueTask ServeAsync()
        {
            using var invocation = new Invocation { Payload = payload, RequestId = "id" };
            output.Clear();
            await service.Running.InvokeAsync(invocation, output);
        }
    }

    private static async Task<(int, string)> OutcomeAsync(TestService service)
    {
        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));
        return (response.Status, response.Kind);
    }

    // Its body's memory is gone when it is written.
    private sealed class BrokenResponse : System.Buffers.MemoryManager<byte>
    {
        public Response Value => new(200) { Body = CreateMemory(8) };

        public override Span<byte> GetSpan() => throw new InvalidOperationException("gone");

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    private sealed class BrokenLoggerFactory : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => throw new InvalidOperationException("no log");

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class Disposable(bool fails) : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose()
        {
            IsDisposed = true;
            if (fails)
                throw new InvalidOperationException("cannot end");
        }
    }
}
