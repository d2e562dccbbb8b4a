using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>Makes loggers that write lines of JSON, each with the request, endpoint and caller it belongs to. It is the
/// service's logger factory, unless the service or a library that it uses has called <c>AddLogging</c>: then it is one of the
/// providers of the factory that came with that.</summary>
internal sealed class JsonLoggerProvider(TelemetryOutput output, CurrentInvocation current, TimeProvider clock, LogLevel least)
    : ILoggerFactory, ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) =>
        new JsonLogger(categoryName, output, current, clock, least, _scopes);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException(
        "This factory writes JSON to standard output only: call services.AddLogging to use other providers.");

    public void Dispose()
    {
    }
}
