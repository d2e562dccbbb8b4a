namespace Framework.Local.Output;

/// <summary>A request as the pages show it.</summary>
/// <param name="Id">The gateway's id of it.</param>
/// <param name="Time">When it came.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, decoded.</param>
/// <param name="Query">Its query as it was sent.</param>
/// <param name="Status">The response's status code.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Caller">Who called; null for a caller without a token.</param>
internal sealed record RequestRecord(
    string Id,
    DateTimeOffset Time,
    string Method,
    string Path,
    string Query,
    int Status,
    double Milliseconds,
    string? Caller)
{
    /// <summary>Its place in the order of requests.</summary>
    public long Number { get; init; }

    /// <summary>What the service's telemetry says; null where no endpoint was called.</summary>
    public RequestMetrics? Metrics { get; init; }

    /// <summary>Its log lines.</summary>
    public IReadOnlyList<LoggedLine> Lines { get; init; } = [];

    /// <summary>How many log lines were left out or cut.</summary>
    public int LeftOut { get; init; }
}
