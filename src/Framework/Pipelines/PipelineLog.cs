using Microsoft.Extensions.Logging;

namespace Framework.Pipelines;

/// <summary>What the pipeline logs.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Error, "The handler failed.")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The handler did not end before the Lambda deadline.")]
    public static partial void DeadlineExceeded(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "The event cannot be handled.")]
    public static partial void Undecodable(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The response of {Bytes} bytes is larger than Lambda accepts.")]
    public static partial void ResponseTooLarge(ILogger logger, int bytes);

    [LoggerMessage(8, LogLevel.Warning, "The proof of who calls cannot be checked. The endpoint is open, so the caller is anonymous.")]
    public static partial void Unchecked(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The response of {Bytes} bytes is longer than a message of a WebSocket API.")]
    public static partial void MessageTooLarge(ILogger logger, int bytes);

    [LoggerMessage(7, LogLevel.Error, "{Explanation}")]
    public static partial void UnknownRoot(ILogger logger, string explanation);
}
