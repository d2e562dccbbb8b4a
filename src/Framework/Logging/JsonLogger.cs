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
    private readonly IExternalScopeProvider _scopes = scopes;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        output.Write(
            (Logger: this, Level: logLevel, State: state, Exception: exception, Formatter: formatter),
            static (json, entry) => entry.Logger.Line(entry.Level, entry.State, entry.Exception, entry.Formatter)
                .WriteTo(json, entry.Logger._scopes));
    }

    private LogLine Line<TState>(
        LogLevel level, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => new(
            clock.GetUtcNow(), level, category, LogText.Of(() => formatter(state, exception)), current.Value, exception,
            state as IReadOnlyList<KeyValuePair<string, object?>>);
}
