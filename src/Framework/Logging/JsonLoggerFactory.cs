using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>Makes loggers that write lines of JSON, each with the request, endpoint and caller it belongs to.</summary>
internal sealed class JsonLoggerFactory(TelemetryOutput output, CurrentInvocation current, TimeProvider clock, LogLevel least)
    : ILoggerFactory
{
    private readonly LoggerExternalScopeProvider _scopes = new();

    public ILogger CreateLogger(string categoryName) =>
        new JsonLogger(categoryName, output, current, clock, least, _scopes);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException(
        "This factory writes JSON to standard output only: call services.AddLogging to use other providers.");

    public void Dispose()
    {
    }
}
