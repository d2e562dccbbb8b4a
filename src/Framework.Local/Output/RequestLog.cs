using System.Collections.Concurrent;
using System.Globalization;

namespace Framework.Local.Output;

/// <summary>Writes one line for each request, from the gateway and the service's telemetry, and keeps the last requests for the
/// pages.</summary>
internal sealed class RequestLog(Terminal terminal, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RunningRequest> _running = new(StringComparer.Ordinal);

    /// <summary>The last requests.</summary>
    public RequestJournal Journal { get; } = new(clock);

    /// <summary>Begins to keep what an invocation writes.</summary>
    public void Begin(string invocationId) => _running[invocationId] = new RunningRequest();

    /// <summary>Ends it; what the invocation writes from here on goes to the terminal alone.</summary>
    public void End(string invocationId) => _running.TryRemove(invocationId, out _);

    /// <summary>Keeps what telemetry says about an invocation until its line is written.</summary>
    public void Note(string invocationId, RequestMetrics metrics) => _running.GetValueOrDefault(invocationId)?.Set(metrics);

    /// <summary>Adds a metric of the handler's own.</summary>
    public void NoteRecorded(string invocationId, string name, double value) =>
        _running.GetValueOrDefault(invocationId)?.Record(name, value);

    /// <summary>Adds a log line of the invocation.</summary>
    public void NoteLine(string invocationId, string level, string text) =>
        _running.GetValueOrDefault(invocationId)?.Log(level, text);

    /// <summary>Writes the line of a request.</summary>
    public void Write(RequestRecord record, string invocationId)
    {
        if (_running.GetValueOrDefault(invocationId) is { } running)
            record = running.Complete(record);
        if (record.Metrics is { } metrics)
            record = record with { Milliseconds = metrics.Milliseconds };
        Journal.Add(record);
        WriteLine(record);
    }

    /// <summary>Reports why an invocation ended without a response.</summary>
    public void WriteFailure(string invocationId, Exception exception)
    {
        var text = $"Lambda error: {(exception is InvocationTimeoutException ? exception.Message : exception)}";
        NoteLine(invocationId, "ERROR", text);
        terminal.WriteLines(text, Tint.Red);
    }

    private void WriteLine(RequestRecord record)
    {
        var time = TimeZoneInfo.ConvertTime(record.Time, clock.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var took = record.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        var code = Terminal.Paint(record.Status.ToString(CultureInfo.InvariantCulture), TintOf(record.Status));
        var coldStart = Terminal.Paint(record.Metrics is { IsColdStart: true } ? "  cold start" : "", Tint.Cyan);
        terminal.WriteLine(
            $"{Terminal.Paint(time, Tint.Faint)} {code} {took,8} ms  {record.Method,-7} {record.Path,-24}"
            + $"  {record.Metrics?.Endpoint ?? "(gateway)",-12}  {record.Caller ?? "-"}{coldStart}"
            + $"{string.Concat(record.Metrics?.Recorded.Select(Show) ?? [])}");
    }

    private static string Show(KeyValuePair<string, double> metric) =>
        string.Create(CultureInfo.InvariantCulture, $"  {metric.Key}={metric.Value}");

    private static Tint TintOf(int status) => status switch
    {
        >= 500 => Tint.Red,
        >= 400 => Tint.Yellow,
        _ => Tint.Green,
    };
}
