using System.Text;
using System.Text.Json;

namespace Framework.Local.Output;

/// <summary>The stream that the service writes its telemetry to, a line of JSON a time: log entries become readable
/// lines, metrics go to the request's line.</summary>
internal sealed class TelemetryConsole(Terminal terminal, RequestLog requests) : Stream
{
    private readonly MemoryStream _line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (var letter in buffer)
        {
            if (letter != '\n')
            {
                _line.WriteByte(letter);
                continue;
            }
            Show(_line.GetBuffer().AsMemory(0, (int)_line.Length));
            _line.SetLength(0);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _line.Dispose();
        base.Dispose(disposing);
    }

    private void Show(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            Show(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            terminal.WriteLine(Encoding.UTF8.GetString(line.Span));
        }
    }

    private void Show(JsonElement entry)
    {
        if (!entry.TryGetProperty("_aws", out var directive))
            ShowLog(entry);
        else if (entry.TryGetProperty("Requests", out _) && entry.TryGetProperty("status", out _))
            NoteRequest(entry);
        else
            NoteRecorded(entry, directive);
    }

    private void NoteRequest(JsonElement entry) => requests.Note(
        Text(entry, "requestId"),
        new RequestMetrics(
            Text(entry, "Endpoint"),
            entry.GetProperty("Duration").GetDouble(),
            entry.GetProperty("ColdStarts").GetDouble() > 0));

    private void NoteRecorded(JsonElement entry, JsonElement directive)
    {
        var defined = directive.GetProperty("CloudWatchMetrics")[0].GetProperty("Metrics");
        foreach (var name in defined.EnumerateArray().Select(metric => metric.GetProperty("Name").GetString()!))
        {
            var sum = entry.GetProperty(name).EnumerateArray().Sum(value => value.GetDouble());
            requests.NoteRecorded(Text(entry, "requestId"), name, sum);
        }
    }

    // The stack trace begins with the exception's message, which may hold what a client sent.
    private void ShowLog(JsonElement entry)
    {
        var level = Text(entry, "level");
        var message = Terminal.Printable(Text(entry, "message"));
        var exception = entry.TryGetProperty("exception", out var thrown) ? $"\n{Text(thrown, "stackTrace")}" : "";
        var text = $"{Text(entry, "category")}: {message}{exception}";
        requests.NoteLine(Text(entry, "requestId"), level, text);
        terminal.WriteLines($"{level,-5} {text}", level switch
        {
            "ERROR" or "FATAL" => Tint.Red,
            "WARN" => Tint.Yellow,
            _ => Tint.None,
        });
    }

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.ToString() : "";
}
