using Microsoft.Extensions.Logging;

namespace Framework.CloudWatch;

/// <summary>The log lines of sending.</summary>
internal static partial class CloudWatchLog
{
    [LoggerMessage(1, LogLevel.Warning, "PutMetricData failed; its metrics are sent at the next interval.")]
    public static partial void Failed(ILogger log, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Count} metrics are lost: more than 10,000 were waiting to be sent.")]
    public static partial void Lost(ILogger log, int count);
}
