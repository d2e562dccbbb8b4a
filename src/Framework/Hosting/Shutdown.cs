namespace Framework.Hosting;

/// <summary>Ends a service in the time that Lambda gives it.</summary>
internal static class Shutdown
{
    /// <summary>Lambda kills the process 300 ms after SIGTERM; what is left of them is for the exit itself.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-shutdown">the
    /// shutdown phase</see>.</remarks>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends a service, whose own clock counts the time.</summary>
    /// <returns>Whether it ended within the limit; where it did not, it is left as it is.</returns>
    public static bool End(RunningService running)
    {
        var limit = Task.Delay(Limit, running.Clock);
        var end = Task.Run(() => running.DisposeAsync().AsTask());
        return Task.WaitAny(limit, end) == 1;
    }
}
