using System.Text.Json;

namespace Framework.Telemetry;

/// <summary>Writes lines of JSON to one stream, each in one piece. A stream that fails loses lines, never a request.
/// </summary>
internal sealed class TelemetryOutput(Stream stream) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MemoryStream _line = new(1024);
    private Utf8JsonWriter? _writer;

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
                _writer = null;
            }
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _line.Dispose();
    }

    private void WriteLine<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        _line.SetLength(0);
        _writer ??= new Utf8JsonWriter(_line, TelemetryJson.WriterOptions);
        _writer.Reset(_line);
        write(_writer, state);
        _writer.Flush();
        _line.WriteByte((byte)'\n');
        stream.Write(_line.GetBuffer(), 0, (int)_line.Length);
        stream.Flush();
    }
}
