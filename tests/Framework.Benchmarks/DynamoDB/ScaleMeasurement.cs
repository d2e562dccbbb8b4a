using System.Diagnostics;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>How long one request takes the engine, in µs, in a table of few items and in one of many.</summary>
internal sealed class ScaleMeasurement(ServerCandidate candidate, int rounds, int operations)
{
    public IEnumerable<(string Name, double[] Microseconds)> Run(int few, int many)
    {
        using var small = Server.Start(candidate);
        using var large = Server.Start(candidate);
        Fill(small, few);
        Fill(large, many);
        foreach (var (name, request) in ((string, Func<int, byte[]>)[])
            [("PutItem", HttpRequests.Put), ("GetItem", HttpRequests.Get), ("Query of 10", HttpRequests.Query)])
        {
            var samples = new Samples(2);
            for (var round = -1; round < rounds; round++)
            {
                var (first, second) = (Latency(small, few, request, round), Latency(large, many, request, round));
                if (round < 0)
                    continue;
                samples.Add(0, first);
                samples.Add(1, second);
            }
            yield return (name, samples.Medians);
        }
    }

    /// <summary>The median over one connection, keys all over the table.</summary>
    private double Latency(Server server, int items, Func<int, byte[]> request, int round)
    {
        var random = new Random(round);
        var requests = Enumerable.Range(0, operations).Select(_ => request(random.Next(items))).ToArray();
        using var connection = server.Connect();
        var taken = new Samples(1);
        foreach (var one in requests)
        {
            var clock = Stopwatch.GetTimestamp();
            connection.Send(one);
            taken.Add(0, Stopwatch.GetElapsedTime(clock).TotalMicroseconds);
        }
        return taken.Medians[0];
    }

    private static void Fill(Server server, int items)
    {
        using (var connection = server.Connect())
            connection.Send(HttpRequests.CreateTable);
        Parallel.For(0, 4, number =>
        {
            using var connection = server.Connect();
            for (var first = number * 25; first < items; first += 100)
                connection.Send(HttpRequests.PutBatch(first));
        });
    }
}
