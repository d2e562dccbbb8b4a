using Framework.Endpoints;
using Framework.Metrics;
using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework;

/// <summary>What the pipeline works with, the same for all invocations.</summary>
internal sealed record PipelineParts(
    Router Router,
    JsonTypes Json,
    int MaxBodyBytes,
    IServiceProvider Services,
    CurrentInvocation Current,
    EmbeddedMetrics Metrics,
    ILogger Log,
    TimeProvider Clock)
{
    public ResponseWriterPool Writers { get; } = new(Json);
}
