using System.Text.Json;

namespace Framework.Telemetry;

/// <summary>Writes lines of JSON to one stream, each in one piece. A stream that fails loses lines, never a request.
/// </summary>
internal sealed class TelemetryOutput(Stream stream) : IDisposable
{
    private readonly Lock _lock = new();

    // Taken out while a line is written: a value that logs while it is written makes a line of its own.
    private Utf8JsonWriter? _writer;
    private MemoryStream? _line;

    /// <summary>Writes one line.</summary>
    /// <param name="state">What the line says.</param>
    /// <param name="write">Writes it as one JSON object.</param>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        lock (_lock)
        {
            try
            {
                WriteLine(state, write);
            }
#pragma warning disable CA1031 // Telemetry never breaks a request.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _line?.Dispose();
    }

    private void WriteLine<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var line = _line ?? new MemoryStream(1024);
        var writer = _writer ?? new Utf8JsonWriter(line, TelemetryJson.WriterOptions);
        (_line, _writer) = (null, null);
        line.SetLength(0);
        writer.Reset(line);
        write(writer, state);
        writer.Flush();
        line.WriteByte((byte)'\n');
        stream.Write(line.GetBuffer(), 0, (int)line.Length);
        stream.Flush();
        (_line, _writer) = (line, writer);
    }
}
