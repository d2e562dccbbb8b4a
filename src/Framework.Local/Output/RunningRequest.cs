namespace Framework.Local.Output;

/// <summary>What a request's invocation has written so far, within a limit.</summary>
internal sealed class RunningRequest
{
    /// <summary>How many characters of log lines are kept; each line costs a little more than its text.</summary>
    public const int MaxLogLength = 16_000;

    /// <summary>How many metrics of the handler's own are kept.</summary>
    public const int MaxMetrics = 50;

    private const int LineCost = 50;

    private readonly Lock _lock = new();
    private readonly List<LoggedLine> _lines = [];
    private RequestMetrics? _metrics;
    private int _room = MaxLogLength;
    private int _leftOut;

    /// <summary>Takes the metrics of the invocation.</summary>
    public void Set(RequestMetrics metrics)
    {
        lock (_lock)
            _metrics = metrics;
    }

    /// <summary>Takes a metric of the handler's own.</summary>
    public void Record(string name, double value)
    {
        lock (_lock)
        {
            if (_metrics is { Recorded.Count: < MaxMetrics })
                _metrics = _metrics with { Recorded = [.. _metrics.Recorded, new(name, value)] };
        }
    }

    /// <summary>Takes a log line; a line that does not fit is cut.</summary>
    public void Log(string level, string text)
    {
        lock (_lock)
        {
            if (text.Length + LineCost > _room)
                _leftOut++;
            if (_room <= LineCost)
                return;
            var kept = text.Length + LineCost <= _room ? text : text[..(_room - LineCost)];
            _lines.Add(new LoggedLine(level, kept));
            _room -= kept.Length + LineCost;
        }
    }

    /// <summary>Adds to a request what is kept of its invocation.</summary>
    public RequestRecord Complete(RequestRecord record)
    {
        lock (_lock)
            return record with { Metrics = _metrics, Lines = [.. _lines], LeftOut = _leftOut };
    }
}
