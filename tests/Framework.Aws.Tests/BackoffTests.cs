using Framework.Aws.Sending;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Aws.Tests;

/// <summary>How long is waited between attempts.</summary>
public sealed class BackoffTests
{
    [Fact]
    public async Task The_bound_of_a_wait_doubles_up_to_a_second_and_ten_attempts_are_made()
    {
        var waits = await WaitsAsync(200);

        int[] bounds = [25, 50, 100, 200, 400, 800, 1000, 1000, 1000];
        Assert.All(waits, wait => Assert.Equal(bounds.Length, wait.Count));
        Assert.All(bounds.Index(), bound => Assert.All(waits, wait => Assert.InRange(wait[bound.Index], 1, bound.Item)));
        // By chance the longest of 200 is less than half of what it may be once in 2^200 runs.
        Assert.All(bounds.Index(), bound => Assert.True(waits.Max(wait => wait[bound.Index]) > bound.Item / 2));
    }

    [Fact]
    public async Task Callers_that_failed_together_do_not_come_back_together()
    {
        var waits = await WaitsAsync(50);

        Assert.True(waits.Select(wait => wait[6]).Distinct().Count() > 25);
    }

    // Off the tests' threads, so that a wait goes on as soon as the clock lets it.
    private static Task<List<List<int>>> WaitsAsync(int callers) =>
        Task.Run(() => Enumerable.Range(0, callers).Select(_ => Waits().ToList()).ToList());

    private static IEnumerable<int> Waits()
    {
        var clock = new FakeTimeProvider();
        var backoff = new Backoff(clock, 10, 25, 1000);
        while (true)
        {
            var next = backoff.NextAsync(CancellationToken.None);
            var milliseconds = 0;
            for (; !next.IsCompleted; milliseconds++)
                clock.Advance(TimeSpan.FromMilliseconds(1));
            if (!next.Result)
                yield break;
            yield return milliseconds;
        }
    }
}
