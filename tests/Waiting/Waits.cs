namespace Framework.Tests.Waiting;

/// <summary>The outer limit of every wait in a test. It ends a test that would hang, and measures nothing: what a test waits
/// for comes long before, on a busy machine too.</summary>
internal static class Waits
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The same for what builds, publishes or packs.</summary>
    public static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(20);

    /// <summary>Waits for a task, no longer than the limit.</summary>
    public static Task InTimeAsync(this Task task) => task.WaitAsync(Limit);

    /// <summary>Waits for a task's result, no longer than the limit.</summary>
    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Limit);

    /// <summary>Waits until a condition holds, no longer than the limit.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition())
            await ticks.WaitForNextTickAsync(limit.Token);
    }
}
