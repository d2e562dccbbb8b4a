namespace Framework.Testing.RuntimeApi;

/// <summary>The lines that a process has written to one of its streams.</summary>
public sealed class LineLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    internal LineLog(TextReader reader) => Ended = ReadAsync(reader);

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Completes when the stream is closed and every line read.</summary>
    internal Task Ended { get; }

    /// <summary>Waits for the first line that contains a text, among those that came and those to come.</summary>
    /// <exception cref="EndOfStreamException">The stream closed without such a line.</exception>
    public async Task<string> WaitForAsync(string text, CancellationToken cancellation = default)
    {
        for (var next = 0; ;)
        {
            Task more;
            lock (_lock)
            {
                for (; next < _lines.Count; next++)
                    if (_lines[next].Contains(text, StringComparison.Ordinal))
                        return _lines[next];
                if (_ended)
                    throw new EndOfStreamException($"The process wrote no line with '{text}'.");
                more = _more.Task;
            }
            await more.WaitAsync(cancellation);
        }
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Append(line);
        Append(null);
    }

    private void Append(string? line)
    {
        TaskCompletionSource waiters;
        lock (_lock)
        {
            if (line is null)
                _ended = true;
            else
                _lines.Add(line);
            waiters = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiters.SetResult();
    }
}
