using System.Globalization;
using Framework.Benchmarks;
using Framework.Benchmarks.Building;
using Framework.Benchmarks.Tables;
using Framework.Benchmarks.Tls;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["dynamodb", ..])
{
    Framework.Benchmarks.DynamoDB.Benchmark.Run(args[1..]);
    return;
}
if (args is ["tables"])
{
    await TableBenchmark.RunAsync();
    return;
}

if (args is ["tls"])
{
    await TlsBenchmark.RunAsync(spawns: 20);
    return;
}

if (args is ["build"])
{
    BuildBenchmark.Run();
    return;
}

var arguments = Arguments.Parse(args);
var candidates = arguments.Candidates.Count > 0
    ? arguments.Candidates
    : [await Candidate.PublishAsync("floor", "Floor"), await Candidate.PublishAsync("framework", "Function")];

var measurement = new Measurement(candidates, arguments.Spawns, arguments.Rounds, arguments.Invocations);
var (wall, coldCpu) = await measurement.ColdStartAsync();
var report = new Report([.. candidates.Select(candidate => candidate.Name)]);
report.Write("cold start, ms", "0.00", wall, Target.Ratio(2.0));
report.Write("cold start, ms of CPU", "0.00", coldCpu);
report.Write("warm invocation, µs of CPU", "0.0", await measurement.WarmCpuAsync(), Target.Ratio(2.0));
report.Write("warm invocation, bytes allocated", "0", await measurement.AllocationAsync(), Target.Most(4096));
report.Write("binary, MB", "0.00", [.. candidates.Select(candidate => candidate.Megabytes)], Target.Most(20));
