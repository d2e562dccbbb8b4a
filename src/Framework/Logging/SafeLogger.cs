using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>The pipeline's own logger. Where a log provider of the author throws, a line is lost, and the request goes on.</summary>
/// <param name="make">Makes the logger that writes the lines.</param>
internal sealed class SafeLogger(Func<ILogger> make) : ILogger
{
    private readonly Lazy<ILogger> _logger = new(make);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            _logger.Value.Log(logLevel, eventId, state, exception, formatter);
        }
#pragma warning disable CA1031 // Telemetry never breaks a request.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
