using System.Diagnostics;

namespace Framework.Benchmarks.Tables;

/// <summary>Two ways to do the same, taking turns (A B A B ...); each figure is the median of the rounds.</summary>
internal sealed class Contest(int rounds, int times)
{
    /// <summary>Nanoseconds of one run of each, and the bytes that it allocates on its thread.</summary>
    public (double[] Time, double[] Bytes) Run(params Action[] ways)
    {
        var (time, bytes) = (new Samples(ways.Length), new Samples(ways.Length));
        // The first rounds compile, and let the compiler optimise what is hot.
        for (var round = -rounds; round < rounds; round++)
            for (var way = 0; way < ways.Length; way++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var started = Stopwatch.GetTimestamp();
                for (var turn = 0; turn < times; turn++)
                    ways[way]();
                if (round < 0)
                    continue;
                time.Add(way, Stopwatch.GetElapsedTime(started).TotalNanoseconds / times);
                bytes.Add(way, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / times);
            }
        return (time.Medians, bytes.Medians);
    }

    /// <summary>Microseconds of one run of each. Calls take turns one by one, each way as often the first, since what they
    /// wait for is not the same from one millisecond to the next.</summary>
    public async Task<double[]> RunAsync(params Func<Task>[] ways)
    {
        var time = new Samples(ways.Length);
        for (var round = -rounds; round < rounds; round++)
        {
            var elapsed = new TimeSpan[ways.Length];
            for (var turn = 0; turn < times * ways.Length; turn++)
            {
                var way = (turn + (turn / ways.Length)) % ways.Length;
                var started = Stopwatch.GetTimestamp();
                await ways[way]();
                elapsed[way] += Stopwatch.GetElapsedTime(started);
            }
            for (var way = 0; way < ways.Length && round >= 0; way++)
                time.Add(way, elapsed[way].TotalMicroseconds / times);
        }
        return time.Medians;
    }
}
