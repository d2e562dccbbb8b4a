using System.Globalization;
using Amazon.CloudWatch.Model;
using Framework.Metrics;
using Framework.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Framework.CloudWatch.Tests;

/// <summary>What is sent, when, and in how many calls.</summary>
public sealed class CloudWatchSinkTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 30, TimeSpan.Zero);

    private readonly RecordingClient _client = new();
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly Lines _log = new();
    private readonly CloudWatchSink _sink;

    public CloudWatchSinkTests() => _sink = new CloudWatchSink(_client, TimeSpan.FromMinutes(1), _clock, _log);

    [Fact]
    public async Task Metrics_are_sent_at_the_interval()
    {
        Write(new MetricValue("Duration", 12.5, "Milliseconds"));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(_client.All());
        _clock.Advance(TimeSpan.FromSeconds(1));

        var call = await _client.NextAsync().AsTask().InTimeAsync();

        var metric = Assert.Single(call.MetricData);
        Assert.Equal(("orders", "Duration", "Milliseconds"), (call.Namespace, metric.MetricName, metric.Unit.Value));
        Assert.Equal(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc), metric.Timestamp);
        Assert.Equal(["Service=orders", "Endpoint=PlaceOrder"], metric.Dimensions.Select(dimension => $"{dimension.Name}={dimension.Value}"));
        Assert.Equal("12.5x1", Text(metric));
    }

    [Fact]
    public async Task Values_of_one_minute_are_counted_together()
    {
        Write(new MetricValue("Requests", 1, "Count"), new MetricValue("Requests", 1, "Count"), new MetricValue("Requests", 2, "Count"));
        Write(new MetricValue("Requests", 1, "Bytes"));
        _sink.Write(Metrics(Now.AddMinutes(1), new MetricValue("Requests", 1, "Count")));

        await _sink.SendAsync(TestContext.Current.CancellationToken);

        var metrics = Assert.Single(_client.All()).MetricData;
        Assert.Equal(["1x2,2x1", "1x1", "1x1"], metrics.Select(Text));
    }

    [Theory]
    [InlineData(150, 1)]
    [InlineData(151, 2)]
    public async Task A_metric_has_a_hundred_and_fifty_values(int values, int metrics)
    {
        Write([.. Enumerable.Range(0, values).Select(value => new MetricValue("Duration", value, "Milliseconds"))]);

        await _sink.SendAsync(TestContext.Current.CancellationToken);

        var sent = Assert.Single(_client.All()).MetricData;
        Assert.Equal(metrics, sent.Count);
        Assert.Equal(values, sent.Sum(metric => metric.Counts.Sum()));
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(5000, 5)]
    public async Task A_call_has_a_thousand_metrics_and_a_megabyte_at_most(int metrics, int leastCalls)
    {
        Write([.. Enumerable.Range(0, metrics).Select(index => new MetricValue($"Metric{index}", 1, "Count"))]);

        await _sink.SendAsync(TestContext.Current.CancellationToken);

        var calls = _client.All();
        Assert.InRange(calls.Count, leastCalls, int.MaxValue);
        Assert.All(calls, call => Assert.InRange(call.MetricData.Count, 1, 1000));
        Assert.Equal(metrics, calls.Sum(call => call.MetricData.Count));
    }

    [Fact]
    public async Task Metrics_with_many_values_are_divided_by_their_size()
    {
        Write([.. from index in Enumerable.Range(0, 200) from value in Enumerable.Range(0, 150) select new MetricValue($"Metric{index}", value + 0.123456789, "Count")]);

        await _sink.SendAsync(TestContext.Current.CancellationToken);

        Assert.InRange(_client.All().Count, 4, 10);
    }

    [Fact]
    public async Task A_call_that_fails_is_tried_again()
    {
        _client.IsDown = true;
        Write(new MetricValue("Requests", 1, "Count"));
        await _sink.SendAsync(TestContext.Current.CancellationToken);
        _client.IsDown = false;
        await _sink.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal("1x1", Text(Assert.Single(Assert.Single(_client.All()).MetricData)));
        Assert.Equal("PutMetricData failed; its metrics are sent at the next interval.", Assert.Single(_log.All));
    }

    [Fact]
    public async Task Ten_thousand_metrics_wait_at_most()
    {
        Write([.. Enumerable.Range(0, 10_003).Select(index => new MetricValue($"Metric{index}", 1, "Count"))]);

        await _sink.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal(10_000, _client.All().Sum(call => call.MetricData.Count));
        Assert.Equal("3 metrics are lost: more than 10,000 were waiting to be sent.", Assert.Single(_log.All));
    }

    [Fact]
    public async Task What_remains_is_sent_at_the_end()
    {
        Write(new MetricValue("Requests", 1, "Count"));

        await _sink.DisposeAsync();

        Assert.Single(_client.All());
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_happened()
    {
        await _sink.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, _client.Attempts);
    }

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _client.Dispose();
    }

    private void Write(params MetricValue[] values) => _sink.Write(Metrics(Now, values));

    private static RequestMetrics Metrics(DateTimeOffset time, params MetricValue[] values) => new("orders", "PlaceOrder", time, values);

    private static string Text(MetricDatum metric) => string.Join(
        ',', metric.Values.Zip(metric.Counts, (value, count) => string.Create(CultureInfo.InvariantCulture, $"{value}x{count}")));

    private sealed class Lines : ILogger
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
