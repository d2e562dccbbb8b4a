using System.Diagnostics;
using Framework.Testing.RuntimeApi;

namespace Framework.Benchmarks;

/// <summary>
/// The four figures. Candidates take turns (A B A B ...), so that what the machine does meanwhile hits all of them
/// alike, and each figure is a median.
/// </summary>
internal sealed class Measurement(IReadOnlyList<Candidate> candidates, int spawns, int rounds, int invocations)
{
    private const int WarmUp = 1_000;

    /// <summary>From the spawn to the first response in the emulator's hands: wall clock and the process's own CPU, in ms.</summary>
    public async Task<(double[] Wall, double[] Cpu)> ColdStartAsync()
    {
        var wall = new Samples(candidates.Count);
        var cpu = new Samples(candidates.Count);
        // The first turn only fills the page cache.
        for (var turn = -1; turn < spawns; turn++)
            for (var i = 0; i < candidates.Count; i++)
            {
                var emulator = await RuntimeApiEmulator.StartAsync();
                var clock = Stopwatch.StartNew();
                await using var function = FunctionUnderTest.Start(candidates[i], emulator);
                await function.InvokeAsync(1);
                var elapsed = clock.Elapsed.TotalMilliseconds;
                if (turn < 0)
                    continue;
                wall.Add(i, elapsed);
                cpu.Add(i, function.Counters.CpuNanoseconds / 1e6);
            }
        return (wall.Medians, cpu.Medians);
    }

    /// <summary>CPU of the function's process for one warm invocation, in µs.</summary>
    public Task<double[]> WarmCpuAsync() =>
        WarmAsync(counters => counters.CpuNanoseconds / 1e3);

    /// <summary>
    /// Bytes allocated by one warm invocation of the published binary: its first generation is made so large that
    /// nothing is collected, so the memory that it newly touches is what it allocates.
    /// </summary>
    public Task<double[]> AllocationAsync() =>
        WarmAsync(
            counters => counters.PrivateBytes,
            // Hexadecimal, and without 0x: with it the setting is ignored.
            new("DOTNET_GCgen0size", "40000000"),
            // Else the framework limits the heap to it, and the first generation with it.
            new("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", ""));

    private async Task<double[]> WarmAsync(
        Func<ProcessCounters, double> count, params KeyValuePair<string, string>[] environment)
    {
        var samples = new Samples(candidates.Count);
        var functions = new List<FunctionUnderTest>();
        foreach (var candidate in candidates)
        {
            functions.Add(FunctionUnderTest.Start(candidate, await RuntimeApiEmulator.StartAsync(), environment));
            await functions[^1].InvokeAsync(WarmUp);
        }
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < functions.Count; i++)
            {
                var before = count(functions[i].Counters);
                await functions[i].InvokeAsync(invocations);
                samples.Add(i, (count(functions[i].Counters) - before) / invocations);
            }
        foreach (var function in functions)
            await function.DisposeAsync();
        return samples.Medians;
    }
}
