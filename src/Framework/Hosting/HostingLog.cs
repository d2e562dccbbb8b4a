using Microsoft.Extensions.Logging;

namespace Framework.Hosting;

/// <summary>What is logged when a service starts and ends. The event numbers do not repeat those of
/// <see cref="Pipelines.PipelineLog"/>, because both log in one category.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(5, LogLevel.Error, "A part of the service failed to shut down.")]
    public static partial void ShutdownFailed(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "The trusted roots are {Roots}.")]
    public static partial void Trusts(ILogger logger, string roots);
}
