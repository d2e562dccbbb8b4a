using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>The levels of Lambda's logging controls, by which it also filters lines of JSON: a line without a
/// level that it knows counts as INFO.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html">Lambda's
/// documentation</see>.</remarks>
internal static class LambdaLogLevel
{
    /// <summary>The level of a setting; INFO where Lambda says nothing.</summary>
    public static LogLevel Parse(string? setting) => setting?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };

    /// <summary>Lambda's word for a level.</summary>
    public static string Of(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        LogLevel.Critical => "FATAL",
        _ => "INFO",
    };
}
