using Microsoft.Extensions.Logging;

namespace Framework.AuthorizerPipeline;

/// <summary>What the pipeline of an authorizer logs.</summary>
internal static partial class AuthorizerLog
{
    [LoggerMessage(1, LogLevel.Error, "The authorizer failed.")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The event cannot be handled.")]
    public static partial void Undecodable(ILogger logger, Exception exception);
}
