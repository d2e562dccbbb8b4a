using Framework.Configuration;
using Framework.Json;
using Framework.Metrics;
using Framework.Problems;
using Framework.Telemetry;
using Framework.Tls;
using Microsoft.Extensions.Logging;

namespace Framework.Pipelines;

/// <summary>What the pipelines of all families of events work with, the same for all invocations.</summary>
internal sealed record PipelineParts(
    JsonTypes Json,
    int MaxBodyBytes,
    IServiceProvider Services,
    CurrentInvocation Current,
    MetricsOutput Metrics,
    ILogger Log,
    TrustedRoots? Roots,
    TimeProvider Clock)
{
    private int _invocations;

    /// <summary>What may have to be read again before an invocation.</summary>
    public IRenewable[] Renewables { get; init; } = [];

    /// <summary>Which problems exceptions are.</summary>
    public required ProblemMap Problems { get; init; }

    public ResponseWriterPool Writers { get; } = new(Json);

    /// <summary>Counts an invocation.</summary>
    /// <returns>Whether it is the first of the process, of any family.</returns>
    public bool CountInvocation() => Interlocked.Increment(ref _invocations) == 1;
}
