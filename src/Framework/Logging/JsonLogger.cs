using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>Writes log entries of one category as lines of JSON.</summary>
internal sealed class JsonLogger(
    string category,
    TelemetryOutput output,
    CurrentInvocation current,
    TimeProvider clock,
    LogLevel least,
    IExternalScopeProvider scopes) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var entry = new LogLine(
            clock.GetUtcNow(), logLevel, category, formatter(state, exception), current.Value, exception,
            state as IReadOnlyList<KeyValuePair<string, object?>>);
        output.Write((Line: entry, Scopes: scopes), static (json, line) => line.Line.WriteTo(json, line.Scopes));
    }
}
