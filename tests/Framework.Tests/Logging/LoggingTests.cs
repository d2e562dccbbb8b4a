using System.Text.Json;
using Framework.Http;
using Framework.Logging;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Framework.Tests.Logging;

#pragma warning disable CA1848, CA2254 // What an author writes.
public sealed class LoggingTests
{
    [Fact]
    public async Task A_line_says_when_what_and_for_which_request()
    {
        await using var service = New(log => log.LogInformation("Stored {Todo} in {Milliseconds} ms", "t-1", 12));

        await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1").ToJson(), "request-7");

        var line = Assert.Single(service.Logs);
        Assert.Equal("Stored t-1 in 12 ms", line.GetProperty("message").GetString());
        Assert.Equal("INFO", line.GetProperty("level").GetString());
        Assert.Equal(("request-7", "GET /a", "user-1"), (Text(line, "requestId"), Text(line, "endpoint"), Text(line, "caller")));
        Assert.Equal(("t-1", 12), (Text(line, "Todo"), line.GetProperty("Milliseconds").GetInt32()));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", line.GetProperty("timestamp").GetString());
        Assert.False(line.TryGetProperty("{OriginalFormat}", out _));
    }

    [Fact]
    public async Task Nobody_writes_a_second_line_or_field_through_a_value()
    {
        await using var service = New(log =>
        {
            using var scope = log.BeginScope(new Dictionary<string, object?> { ["message"] = "forged", ["Todo"] = "second" }.ToList());
            log.LogWarning("{Todo} {requestId}", "a\n{\"level\":\"Error\"}\r\n\u2028\0\"", "forged");
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a").ToJson(), "request-7");

        var line = Assert.Single(service.Logs);
        Assert.Equal(("request-7", "a\n{\"level\":\"Error\"}\r\n\u2028\0\""), (Text(line, "requestId"), Text(line, "Todo")));
        Assert.Equal(line.EnumerateObject().Count(), line.EnumerateObject().Select(property => property.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData("TRACE", 4)]
    [InlineData("debug", 4)]
    [InlineData("INFO", 3)]
    [InlineData("WARN", 2)]
    [InlineData("ERROR", 1)]
    [InlineData("FATAL", 0)]
    [InlineData("nonsense", 3)]
    public async Task Lambda_s_log_level_is_the_least_that_is_logged(string? level, int expected)
    {
        await using var service = New(
            log =>
            {
                log.LogDebug("debug");
                log.LogInformation("info");
                log.LogWarning("warn");
                log.LogError("error");
            },
            level is null ? [] : new() { ["AWS_LAMBDA_LOG_LEVEL"] = level });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(expected, service.Logs.Count());
    }

    [Fact]
    public async Task The_levels_are_the_words_that_Lambda_filters_by()
    {
        await using var service = New(
            log =>
            {
                foreach (var level in Enum.GetValues<LogLevel>())
                    log.Log(level, "text");
            },
            new() { ["AWS_LAMBDA_LOG_LEVEL"] = "TRACE", ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(
            ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
            service.Logs.Select(line => Text(line, "level")));
    }

    [Fact]
    public async Task Metrics_have_the_level_and_the_timestamp_that_Lambda_lets_pass()
    {
        await using var filtered = New(_ => { }, new() { ["AWS_LAMBDA_LOG_LEVEL"] = "ERROR" });
        await using var whole = New(_ => { });

        // Without a timestamp Lambda takes a line for INFO and does not read its level.
        await filtered.SendAsync(new HttpApiEvent("GET", "/a"));
        await whole.SendAsync(new HttpApiEvent("GET", "/a"));

        var metrics = Assert.Single(filtered.Metrics);
        Assert.Equal("ERROR", Text(metrics, "level"));
        Assert.Equal(
            metrics.GetProperty("_aws").GetProperty("Timestamp").GetInt64(),
            DateTimeOffset.Parse(Text(metrics, "timestamp")!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());
        Assert.False(Assert.Single(whole.Metrics).TryGetProperty("level", out _));
    }

    [Fact]
    public async Task An_exception_is_one_object_and_however_long_the_line_fits()
    {
        await using var service = New(log => log.LogError(
            new InvalidOperationException(new string('\u20ac', 300_000), new ArgumentException("inner")), "{Text}", new string('x', 300_000)));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Logs);
        Assert.Equal("System.InvalidOperationException", line.GetProperty("exception").GetProperty("type").GetString());
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line.GetRawText()), 1, 256 * 1024);
    }

    [Fact]
    public async Task Values_keep_the_type_that_JSON_has_for_them()
    {
        await using var service = New(log => log.LogInformation(
            "{Truth} {Int} {Long} {Short} {Byte} {Double} {Decimal} {Infinite} {Null} {Date}",
            true, 1, 2L, (short)3, (byte)4, 5.5, 6.25m, double.PositiveInfinity, null, new DateOnly(2026, 11, 30)));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Logs);
        Assert.Equal(
            ["true", "1", "2", "3", "4", "5.5", "6.25", "\"Infinity\"", "null", "\"11/30/2026\""],
            new[] { "Truth", "Int", "Long", "Short", "Byte", "Double", "Decimal", "Infinite", "Null", "Date" }
                .Select(name => line.GetProperty(name).GetRawText()));
        Assert.Equal("Framework.Tests.Logging.LoggingTests", Text(line, "category"));
    }

    [Fact]
    public async Task An_exception_has_its_message_and_its_stack()
    {
        await using var service = New(log =>
        {
            try
            {
                throw new InvalidOperationException("broken");
            }
            catch (InvalidOperationException exception)
            {
                log.LogError(exception, "Failed");
            }
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a").ToJson(), "request-1");

        var logged = Assert.Single(service.Logs).GetProperty("exception");
        Assert.Equal("broken", Text(logged, "message"));
        Assert.Contains(nameof(An_exception_has_its_message_and_its_stack), Text(logged, "stackTrace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_no_invocation_has_no_request()
    {
        await using var service = New(_ => { });

        service.Running.Services.GetRequiredService<ILogger<LoggingTests>>().LogInformation("alone");

        var line = Assert.Single(service.Logs);
        Assert.All(["requestId", "endpoint", "caller", "traceId", "exception"], name => Assert.False(line.TryGetProperty(name, out _)));
    }

    [Fact]
    public async Task The_first_scope_s_value_of_a_name_is_written()
    {
        await using var service = New(log =>
        {
            using var outer = log.BeginScope(new Dictionary<string, object?> { ["Order"] = 1, ["Shop"] = "north" }.ToList());
            using var inner = log.BeginScope("a text");
            log.LogInformation("{Order}", 2);
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Logs);
        Assert.Equal((2, "north"), (line.GetProperty("Order").GetInt32(), Text(line, "Shop")));
    }

    [Fact]
    public async Task A_text_is_cut_where_it_is_too_long_for_a_line()
    {
        await using var service = New(log => log.LogInformation("{Fits}{Cut}", new string('f', 16 * 1024), new string('c', (16 * 1024) + 1)));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Logs);
        Assert.Equal((new string('f', 16 * 1024), new string('c', 16 * 1024)), (Text(line, "Fits"), Text(line, "Cut")));
    }

    [Fact]
    public void A_logger_is_enabled_from_its_level_on()
    {
        using var provider = new JsonLoggerProvider(new(Stream.Null), new(), TimeProvider.System, LogLevel.Warning);
        var log = provider.CreateLogger("category");

        Assert.Equal(
            [false, false, false, true, true, true, false],
            Enum.GetValues<LogLevel>().Select(log.IsEnabled));
        Assert.Equal(
            "This factory writes JSON to standard output only: call services.AddLogging to use other providers.",
            Assert.Throws<NotSupportedException>(() => provider.AddProvider(provider)).Message);
    }

    [Fact]
    public async Task A_value_that_cannot_be_written_costs_neither_its_line_nor_the_request()
    {
        await using var service = New(log => log.LogWarning("{Value} of {Id}", new Unwritable(), 7));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(200, response.Status);
        var line = Assert.Single(service.Logs);
        Assert.Equal(("WARN", 7), (Text(line, "level"), line.GetProperty("Id").GetInt32()));
        Assert.All(["message", "Value"], name => Assert.Equal("(InvalidOperationException while this was written)", Text(line, name)));
    }

    [Fact]
    public async Task A_value_that_logs_while_it_is_written_leaves_two_whole_lines()
    {
        await using var service = New(log => log.LogWarning("{Value}", new Talkative(log)));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Contains("inner", service.Logs.Select(line => Text(line, "message")));
        Assert.Contains("outer", service.Logs.Select(line => Text(line, "message")));
    }

    [Fact]
    public async Task A_service_that_adds_logging_keeps_its_lines_of_JSON_beside_its_own_providers()
    {
        using var own = new CountingProvider();
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", context =>
            {
                var log = context.Services.GetRequiredService<ILogger<LoggingTests>>();
                using var scope = log.BeginScope(new Dictionary<string, object?> { ["Order"] = 7 }.ToList());
                log.LogInformation("Stored");
                throw new InvalidOperationException("broken");
            })],
            builder => builder.Services.AddLogging(logging => logging.AddProvider(own)));

        await service.SendAsync(new HttpApiEvent("GET", "/a").ToJson(), "request-7");

        var lines = service.Logs.ToList();
        Assert.Equal(["INFO", "ERROR"], lines.Select(line => Text(line, "level")));
        Assert.Equal(("request-7", 7), (Text(lines[0], "requestId"), lines[0].GetProperty("Order").GetInt32()));
        Assert.Equal(2, own.Count);
    }

    [Fact]
    public async Task Sixty_four_invocations_at_once_keep_their_request_ids()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a/{id}", async context =>
        {
            var log = context.Services.GetRequiredService<ILogger<LoggingTests>>();
            for (var index = 0; index < 5; index++)
            {
                log.LogInformation("{Mine}", context.Invocation.RequestId);
                await Task.Yield();
            }
            return new Response(200);
        })]);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(index => Task.Run(() => service.SendAsync(
            new HttpApiEvent("GET", $"/a/{index}").ToJson(), $"id-{index}"))));

        Assert.Equal(320, service.Logs.Count());
        Assert.All(service.Logs, line => Assert.Equal(Text(line, "requestId"), Text(line, "Mine")));
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static TestService New(Action<ILogger> write, Dictionary<string, string>? environment = null) => new(
        [new TestEndpoint("GET", "/a", context =>
        {
            write(context.Services.GetRequiredService<ILogger<LoggingTests>>());
            return ValueTask.FromResult(new Response(200));
        })],
        environment: environment);

    private sealed class CountingProvider : ILoggerProvider, ILogger
    {
        public int Count { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Count++;

        public void Dispose()
        {
        }
    }

    private sealed class Talkative(ILogger log)
    {
        public override string ToString()
        {
            log.LogInformation("inner");
            return "outer";
        }
    }

    private sealed class Unwritable
    {
        public override string ToString() => throw new InvalidOperationException();
    }
}
