using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>What the Linux kernel counts for one process.</summary>
internal readonly struct ProcessCounters(int id)
{
    /// <summary>
    /// User and system time of all its threads in nanoseconds, from schedstat: proc/PID/stat counts in clock ticks of
    /// 10 ms, too coarse here. https://docs.kernel.org/scheduler/sched-stats.html
    /// </summary>
    public long CpuNanoseconds => Directory
        .EnumerateDirectories($"/proc/{id}/task")
        .Sum(task => Number(File.ReadAllText($"{task}/schedstat").Split(' ')[0]));

    /// <summary>Bytes of memory that the process has touched and that belong to it alone.</summary>
    public long PrivateBytes => 1024 * File
        .ReadLines($"/proc/{id}/smaps_rollup")
        .Where(line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
        .Sum(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
