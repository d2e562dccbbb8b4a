namespace Todo.Service.Tests;

public sealed class BatchParallelismTests
{
    [Fact]
    public async Task A_batch_works_on_eight_items_at_a_time()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (now, most, begun) = (0, 0, 0);
        async Task<BatchResult> WorkAsync(Guid id)
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (Interlocked.Increment(ref begun) == 8)
                _ = OpenAsync();
            await go.Task;
            Interlocked.Decrement(ref now);
            return new(id, 200);
        }
        // A ninth that may start has its turn before the gate opens.
        async Task OpenAsync()
        {
            for (var turn = 0; turn < 1000; turn++)
                await Task.Yield();
            go.SetResult();
        }

        await Batch.RunAsync([.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid())], id => id, WorkAsync).InTimeAsync();

        Assert.Equal(8, most);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
