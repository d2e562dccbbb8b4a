using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Framework.Metrics;
using Microsoft.Extensions.Logging;

namespace Framework.CloudWatch;

/// <summary>Collects metrics and sends them at intervals, in the background.</summary>
internal sealed class CloudWatchSink : IMetricSink, IAsyncDisposable
{
    private readonly IAmazonCloudWatch _client;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly MetricCollection _waiting = new();
    private bool _isDisposed;

    public CloudWatchSink(IAmazonCloudWatch client, TimeSpan interval, TimeProvider clock, ILogger log)
    {
        _client = client;
        _log = log;
        _timer = clock.CreateTimer(_ => _ = SendAsync(CancellationToken.None), null, interval, interval);
    }

    public void Write(RequestMetrics metrics) => _waiting.Add(metrics);

    /// <summary>Sends what was collected; returns when no call is under way any more.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            if (_waiting.TakeLost() is var lost and > 0)
                CloudWatchLog.Lost(_log, lost);
            foreach (var batch in MetricBatches.Of(_waiting.Take()))
                await SendAsync(batch, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _timer.DisposeAsync();
        await SendAsync(CancellationToken.None);
        _sending.Dispose();
    }

    private async Task SendAsync(MetricBatch batch, CancellationToken cancellation)
    {
        try
        {
            var request = new PutMetricDataRequest { Namespace = batch.Namespace, MetricData = [.. batch.Metrics.Select(Datum)] };
            await _client.PutMetricDataAsync(request, cancellation);
        }
#pragma warning disable CA1031 // Telemetry never breaks a service, whatever the SDK throws.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            CloudWatchLog.Failed(_log, exception);
            foreach (var metric in batch.Metrics)
                _waiting.Return(metric);
        }
    }

    private static MetricDatum Datum(CollectedMetric metric) => new()
    {
        MetricName = metric.Key.Name,
        Unit = metric.Key.Unit,
        Timestamp = metric.Key.Minute.UtcDateTime,
        Dimensions =
        [
            new Dimension { Name = "Service", Value = metric.Key.Service },
            new Dimension { Name = "Endpoint", Value = metric.Key.Endpoint },
        ],
        Values = [.. metric.Counts.Keys],
        Counts = [.. metric.Counts.Values],
    };
}
