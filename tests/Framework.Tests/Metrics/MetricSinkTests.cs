using Framework.Http;
using Framework.Metrics;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.Metrics;

/// <summary>What a service has for metrics beside its log.</summary>
public sealed class MetricSinkTests
{
    private readonly Sink _sink = new();

    [Fact]
    public async Task A_sink_gets_the_metrics_of_the_log_line()
    {
        await using var service = New(_sink);

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var metrics = Assert.Single(_sink.Seen);
        Assert.Equal(("GET /a", new FakeTimeProvider().GetUtcNow()), (metrics.Endpoint, metrics.Time));
        Assert.Equal(
            [
                new("Requests", 1, "Count"),
                new("Duration", 0, "Milliseconds"),
                new("ClientErrors", 0, "Count"),
                new("ServerErrors", 1, "Count"),
                new("ColdStarts", 1, "Count"),
                new("Orders", 3, "Count"),
            ],
            metrics.Values);
        Assert.Equal(2, service.Metrics.Count());
    }

    [Fact]
    public async Task A_sink_that_fails_breaks_neither_the_request_nor_the_next_sink()
    {
        await using var service = New(new Sink { Fails = true }, _sink);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(503, response.Status);
        Assert.Single(_sink.Seen);
    }

    private static TestService New(params Sink[] sinks) => new(
        [
            new TestEndpoint("GET", "/a", context =>
            {
                var metrics = context.Services.GetRequiredService<IMetrics>();
                metrics.Count("Orders", 3);
                metrics.Count("Requests", 7);
                return ValueTask.FromResult(new Response(503));
            }),
        ],
        services: services =>
        {
            services.AddSingleton<TimeProvider>(new FakeTimeProvider());
            foreach (var sink in sinks)
                services.AddSingleton<IMetricSink>(sink);
        });

    private sealed class Sink : IMetricSink
    {
        public bool Fails { get; init; }

        public List<RequestMetrics> Seen { get; } = [];

        public void Write(RequestMetrics metrics)
        {
            if (Fails)
                throw new InvalidOperationException("full");
            Seen.Add(metrics);
        }
    }
}
