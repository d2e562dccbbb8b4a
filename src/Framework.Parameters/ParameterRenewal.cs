using Amazon.Runtime;
using Framework.Configuration;
using Microsoft.Extensions.Logging;

namespace Framework.Parameters;

/// <summary>Reads the parameters at start, and before an invocation that finds them too old.</summary>
internal sealed partial class ParameterRenewal(
    ParameterProvider provider, ParameterReader reader, TimeSpan age, TimeProvider clock, ILogger<ParameterRenewal> log) : IRenewable
{
    // After a failed renewal, the next attempt is delayed. Otherwise each invocation would wait for Parameter Store.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private long _dueAt;
    private int _isReading;
    private bool _hasValues;

    public ValueTask RenewAsync(CancellationToken cancellation)
    {
        if (!_hasValues)
            return StartAsync(cancellation);
        // Where several invocations run at once, one reads and the others use the present values.
        return clock.GetTimestamp() < Volatile.Read(ref _dueAt) || Interlocked.Exchange(ref _isReading, 1) == 1
            ? ValueTask.CompletedTask
            : ReadAgainAsync(cancellation);
    }

    private async ValueTask StartAsync(CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(cancellation);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new InvalidOperationException($"Parameter Store cannot be read: {exception.Message}", exception);
        }
        _hasValues = true;
    }

    private async ValueTask ReadAgainAsync(CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(cancellation);
        }
#pragma warning disable CA1031 // The present values stay in use, after any exception that prevents the read of new ones.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SetDue(Pause);
            LogFailure(exception);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        provider.Replace(await reader.ReadAsync(cancellation));
        SetDue(age);
    }

    private void SetDue(TimeSpan wait) =>
        Volatile.Write(ref _dueAt, clock.GetTimestamp() + (long)(wait.TotalSeconds * clock.TimestampFrequency));

    [LoggerMessage(1, LogLevel.Warning, "Parameters could not be renewed; the values that were read before stay in use.")]
    private partial void LogFailure(Exception exception);
}
