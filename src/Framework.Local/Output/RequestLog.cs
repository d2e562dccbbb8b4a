using System.Collections.Concurrent;
using System.Globalization;
using Framework.Local.Gateway;

namespace Framework.Local.Output;

/// <summary>Writes one line for each request, from the gateway and the service's telemetry.</summary>
internal sealed class RequestLog(Terminal terminal, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RequestMetrics> _metrics = new(StringComparer.Ordinal);

    /// <summary>Keeps the telemetry of an invocation until its line is written.</summary>
    public void Note(string invocationId, RequestMetrics metrics) => _metrics[invocationId] = metrics;

    /// <summary>Adds a metric of the handler's own.</summary>
    public void NoteRecorded(string invocationId, string name, double value)
    {
        if (_metrics.TryGetValue(invocationId, out var known))
            _metrics[invocationId] = known with { Recorded = [.. known.Recorded, new(name, value)] };
    }

    /// <summary>Writes the line of a request.</summary>
    public void Write(GatewayRequest request, int status, string? caller, string invocationId)
    {
        _metrics.TryRemove(invocationId, out var metrics);
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var elapsed = metrics?.Milliseconds ?? (clock.GetUtcNow() - request.Time).TotalMilliseconds;
        var took = elapsed.ToString("0.0", CultureInfo.InvariantCulture);
        var code = Terminal.Paint(status.ToString(CultureInfo.InvariantCulture), TintOf(status));
        var coldStart = Terminal.Paint(metrics is { IsColdStart: true } ? "  cold start" : "", Tint.Cyan);
        terminal.WriteLine(
            $"{Terminal.Paint(time, Tint.Faint)} {code} {took,8} ms  {request.Http.Request.Method,-7} {request.Target.Path,-24}"
            + $"  {metrics?.Endpoint ?? "(gateway)",-12}  {caller ?? "-"}{coldStart}"
            + $"{string.Concat(metrics?.Recorded.Select(Show) ?? [])}");
    }

    /// <summary>Reports why an invocation ended without a response.</summary>
    public void WriteFailure(Exception exception) => terminal.WriteLines(
        exception is TimeoutException ? "Lambda error: the function ran out of time." : $"Lambda error: {exception}", Tint.Red);

    private static string Show(KeyValuePair<string, double> metric) =>
        string.Create(CultureInfo.InvariantCulture, $"  {metric.Key}={metric.Value}");

    private static Tint TintOf(int status) => status switch
    {
        >= 500 => Tint.Red,
        >= 400 => Tint.Yellow,
        _ => Tint.Green,
    };
}
