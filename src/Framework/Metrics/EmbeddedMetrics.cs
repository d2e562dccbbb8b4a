using System.Text.Json;
using Framework.Telemetry;

namespace Framework.Metrics;

/// <summary>Writes a request's metrics in CloudWatch's embedded metric format: one line, and further ones where the
/// author's own go over the format's limits of 100 metrics a line and 100 values a metric.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
/// the specification</see>.</remarks>
/// <param name="service">The service's name, which is the metrics' namespace.</param>
/// <param name="output">Where the lines go.</param>
/// <param name="clock">The time.</param>
/// <param name="logLevel">The least level that Lambda lets pass; null where it filters nothing. A line without
/// a level or a timestamp counts as INFO for Lambda, so the lines of metrics have both, with a level that passes
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html">Lambda's
/// documentation</see>).</param>
internal sealed class EmbeddedMetrics(string service, TelemetryOutput output, TimeProvider clock, string? logLevel)
{
    private const int MaxMetrics = 100;
    private const int MaxValues = 100;
    private const int MaxLength = 200 * 1024;

    /// <summary>What a line says already, and the framework's own metrics: the author's values would be counted as its.</summary>
    public static readonly HashSet<string> Reserved =
    [
        "_aws", "Service", "Endpoint", "level", "timestamp", "requestId", "Requests", "Duration", "ClientErrors",
        "ServerErrors", "ColdStarts",
    ];

    // The same in every line of the framework's own: written once.
    private readonly byte[] _requestDirective = RequestDirective(service);

    /// <summary>Writes the request's own metrics and those that its handler recorded.</summary>
    public void Write(in RequestOutcome outcome, InvocationTelemetry telemetry)
    {
        var time = clock.GetUtcNow();
        output.Write((Time: time, Outcome: outcome, Telemetry: telemetry), WriteRequest);
        if (telemetry.Metrics is not { Count: > 0 } recorded)
            return;
        foreach (var lines in Chunks(recorded))
            output.Write((Time: time, outcome.Endpoint, telemetry.RequestId, Lines: lines), WriteRecorded);
    }

    private void WriteRequest(
        Utf8JsonWriter json, (DateTimeOffset Time, RequestOutcome Outcome, InvocationTelemetry Telemetry) line)
    {
        var outcome = line.Outcome;
        BeginMetadata(json, line.Time);
        json.WriteRawValue(_requestDirective, skipInputValidation: true);
        EndMetadata(json, line.Time, outcome.Endpoint);
        json.WriteNumber("Requests"u8, 1);
        json.WriteNumber("Duration"u8, Math.Round(outcome.Duration.TotalMilliseconds, 3));
        json.WriteNumber("ClientErrors"u8, outcome.StatusCode is >= 400 and < 500 ? 1 : 0);
        json.WriteNumber("ServerErrors"u8, outcome.StatusCode >= 500 || outcome.IsBroken ? 1 : 0);
        json.WriteNumber("ColdStarts"u8, outcome.IsColdStart ? 1 : 0);
        json.WriteNumber("status"u8, outcome.StatusCode);
        json.WriteString("requestId"u8, line.Telemetry.RequestId);
        if (line.Telemetry.CallerId is { } caller)
            json.WriteString("caller"u8, caller);
        if (line.Telemetry.TraceId is { } trace)
            json.WriteString("traceId"u8, trace);
        json.WriteEndObject();
    }

    private void WriteRecorded(
        Utf8JsonWriter json, (DateTimeOffset Time, string Endpoint, string RequestId, IReadOnlyList<MetricLine> Lines) line)
    {
        BeginMetadata(json, line.Time);
        WriteDirective(json, service, line.Lines.Select(metric => (metric.Name, metric.Unit)));
        EndMetadata(json, line.Time, line.Endpoint);
        foreach (var metric in line.Lines)
        {
            json.WriteStartArray(metric.Name);
            foreach (var value in metric.Values)
                json.WriteNumberValue(value);
            json.WriteEndArray();
        }
        json.WriteString("requestId"u8, line.RequestId);
        json.WriteEndObject();
    }

    private static void BeginMetadata(Utf8JsonWriter json, DateTimeOffset time)
    {
        json.WriteStartObject();
        json.WriteStartObject("_aws"u8);
        json.WriteNumber("Timestamp"u8, time.ToUnixTimeMilliseconds());
        json.WritePropertyName("CloudWatchMetrics"u8);
    }

    private void EndMetadata(Utf8JsonWriter json, DateTimeOffset time, string endpoint)
    {
        json.WriteEndObject();
        json.WriteString("Service"u8, service);
        if (logLevel is not null)
        {
            json.WriteString("level"u8, logLevel);
            json.WriteString("timestamp"u8, time.UtcDateTime);
        }
        json.WriteString("Endpoint"u8, endpoint);
    }

    private static byte[] RequestDirective(string service)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, TelemetryJson.WriterOptions))
        {
            WriteDirective(json, service,
            [
                ("Requests", "Count"),
                ("Duration", "Milliseconds"),
                ("ClientErrors", "Count"),
                ("ServerErrors", "Count"),
                ("ColdStarts", "Count"),
            ]);
        }
        return bytes.ToArray();
    }

    private static void WriteDirective(
        Utf8JsonWriter json, string service, IEnumerable<(string Name, string Unit)> metrics)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("Namespace"u8, service);
        json.WriteStartArray("Dimensions"u8);
        json.WriteStartArray();
        json.WriteStringValue("Service"u8);
        json.WriteStringValue("Endpoint"u8);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics"u8);
        foreach (var (name, unit) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name"u8, name);
            json.WriteString("Unit"u8, unit);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // A line holds a name once, with one unit and at most 100 values. More values, and values in another unit, go to
    // further lines.
    private static IEnumerable<IReadOnlyList<MetricLine>> Chunks(IReadOnlyList<MetricValue> recorded) => recorded
        .Where(metric => !Reserved.Contains(metric.Name))
        .GroupBy(metric => metric.Name, StringComparer.Ordinal)
        .SelectMany(metric => metric.GroupBy(value => value.Unit).SelectMany(unit => unit.Chunk(MaxValues)).Select((part, index) =>
            (Index: index, Line: new MetricLine(metric.Key, part[0].Unit, [.. part.Select(value => value.Value)]))))
        .GroupBy(part => part.Index)
        .SelectMany(group => LinesOf(group.Select(part => part.Line)));

    private static IEnumerable<IReadOnlyList<MetricLine>> LinesOf(IEnumerable<MetricLine> metrics)
    {
        var line = new List<MetricLine>();
        var length = 0;
        foreach (var metric in metrics)
        {
            length += metric.Length;
            if (line.Count == MaxMetrics || (length > MaxLength && line.Count > 0))
            {
                yield return line;
                (line, length) = ([], metric.Length);
            }
            line.Add(metric);
        }
        if (line.Count > 0)
            yield return line;
    }

    private sealed record MetricLine(string Name, string Unit, IReadOnlyList<double> Values)
    {
        /// <summary>At most so many bytes: the name twice, each character escaped, and each value's digits.</summary>
        public int Length => (Name.Length * 2 * 6) + (Values.Count * 25) + 64;
    }
}
