using System.Globalization;
using System.Runtime.InteropServices;

namespace Framework.Benchmarks;

/// <summary>What the Linux kernel counts for one process.</summary>
internal readonly partial struct ProcessCounters(int id)
{
    /// <summary>
    /// User and system time of all its threads in nanoseconds, those that have ended included, from the process's CPU clock:
    /// https://man7.org/linux/man-pages/man3/clock_getcpuclockid.3.html
    /// </summary>
    public long CpuNanoseconds
    {
        get
        {
            if (FindCpuClock(id, out var clock) != 0 || ReadClock(clock, out var time) != 0)
                throw new InvalidOperationException($"Process {id} has no CPU clock.");
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    /// <summary>Bytes of memory that the process has touched and that belong to it alone.</summary>
    public long PrivateBytes => 1024 * File
        .ReadLines($"/proc/{id}/smaps_rollup")
        .Where(line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
        .Sum(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int FindCpuClock(int process, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
