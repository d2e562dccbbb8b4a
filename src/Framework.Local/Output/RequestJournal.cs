namespace Framework.Local.Output;

/// <summary>The last requests, in memory.</summary>
internal sealed class RequestJournal(TimeProvider clock)
{
    /// <summary>How many requests are kept.</summary>
    public const int Size = 200;

    private readonly Lock _lock = new();
    private readonly Queue<RequestRecord> _records = new(Size);
    private long _last;

    /// <summary>Adds a request; the oldest one makes room for it.</summary>
    public void Add(RequestRecord record)
    {
        lock (_lock)
        {
            // Numbers grow over a restart too, so that an open page sees the requests of the new run.
            _last = Math.Max(_last + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (_records.Count == Size)
                _records.Dequeue();
            _records.Enqueue(record with { Number = _last });
        }
    }

    /// <summary>The requests after a number, the newest first.</summary>
    public IReadOnlyList<RequestRecord> After(long number)
    {
        lock (_lock)
            return [.. _records.Where(record => record.Number > number).Reverse()];
    }

    /// <summary>A request by its id; null for one that is not kept.</summary>
    public RequestRecord? Find(string id)
    {
        lock (_lock)
            return _records.FirstOrDefault(record => record.Id == id);
    }
}
