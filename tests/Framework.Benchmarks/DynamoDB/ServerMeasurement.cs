using System.Diagnostics;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>Start-up and throughput. Servers take turns, so that what the machine does meanwhile hits all of them alike.</summary>
internal sealed class ServerMeasurement(IReadOnlyList<ServerCandidate> candidates, int spawns, int rounds, int operations, int connections)
{
    private const int Keys = 2_000;

    /// <summary>From the start of the process to its first response, in ms.</summary>
    public double[] StartUp()
    {
        var samples = new Samples(candidates.Count);
        // The first turn only fills the page cache.
        for (var turn = -1; turn < spawns; turn++)
            for (var i = 0; i < candidates.Count; i++)
            {
                var clock = Stopwatch.StartNew();
                using var server = Server.Start(candidates[i]);
                if (turn >= 0)
                    samples.Add(i, clock.Elapsed.TotalMilliseconds);
            }
        return samples.Medians;
    }

    /// <summary>The most memory that each server had in the throughput's rounds.</summary>
    public double[] PeakMegabytes { get; private set; } = [];

    /// <summary>Responses a second in each workload, with all connections at once.</summary>
    public IEnumerable<(string Name, double[] PerSecond)> Throughput()
    {
        var servers = candidates.Select(Server.Start).ToArray();
        try
        {
            foreach (var server in servers)
                Fill(server);
            foreach (var workload in Workload.All(Keys))
                yield return (workload.Name, Throughput(servers, workload));
            PeakMegabytes = [.. servers.Select(server => server.PeakMegabytes)];
        }
        finally
        {
            foreach (var server in servers)
                server.Dispose();
        }
    }

    private double[] Throughput(Server[] servers, Workload workload)
    {
        var samples = new Samples(servers.Length);
        // The first rounds are for the compilers of both.
        for (var round = -2; round < rounds; round++)
            for (var i = 0; i < servers.Length; i++)
            {
                var perSecond = Run(servers[i], workload, round * 7_919);
                if (round >= 0)
                    samples.Add(i, perSecond);
            }
        return samples.Medians;
    }

    private double Run(Server server, Workload workload, int offset)
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(() =>
        {
            using var connection = server.Connect();
            for (var i = number; i < operations; i += connections)
                connection.Send(workload.Requests[(uint)(i + offset) % workload.Requests.Length]);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return operations / clock.Elapsed.TotalSeconds;
    }

    private static void Fill(Server server)
    {
        using var connection = server.Connect();
        connection.Send(HttpRequests.CreateTable);
        for (var first = 0; first < Keys; first += 25)
            connection.Send(HttpRequests.PutBatch(first));
    }
}
