namespace Framework.Benchmarks.DynamoDB;

/// <summary>The local DynamoDB engine against DynamoDB Local, same client, same run.</summary>
internal static class Benchmark
{
    private const string Usage =
        "Usage: dynamodb local=FOLDER [engine=PATH] [spawns=5] [rounds=7] [operations=4000] [connections=8] [items=1000000]\n"
        + "FOLDER holds DynamoDBLocal.jar. Without engine=PATH the engine is published. items=0 leaves the large table out.";

    public static void Run(IEnumerable<string> args)
    {
        var settings = args.Select(arg => arg.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
        if (!settings.TryGetValue("local", out var local))
            throw new ArgumentException(Usage);
        var engine = settings.TryGetValue("engine", out var path) ? path : ServerCandidate.PublishEngine();
        var candidates = ServerCandidate.All(local, engine);
        var rounds = Number("rounds", 7);

        var measurement = new ServerMeasurement(
            candidates, Number("spawns", 5), rounds, Number("operations", 4_000), Number("connections", 8));
        var report = new Report([.. candidates.Select(candidate => candidate.Name)]);
        if (Number("spawns", 5) > 0)
            report.Write("start, ms", "0", measurement.StartUp(), Target.Ratio(0.1));
        foreach (var (name, perSecond) in measurement.Throughput())
            report.Write($"{name}, 1/s", "0", perSecond, Target.AtLeastRatio(2.0));
        report.Write("peak memory, MB", "0", measurement.PeakMegabytes);

        if (Number("items", 1_000_000) is var items and > 0)
        {
            Console.WriteLine();
            report = new Report(["1,000 items", $"{items:N0} items"]);
            foreach (var (name, microseconds) in new ScaleMeasurement(candidates[^1], rounds, operations: 2_000).Run(1_000, items))
                report.Write($"{name}, µs", "0", microseconds);
        }

        int Number(string name, int otherwise) => settings.TryGetValue(name, out var text) ? int.Parse(text) : otherwise;
    }
}
