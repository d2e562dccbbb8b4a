using System.Globalization;
using Framework.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// name=path ... : the first is what the others are compared with.
var candidates = args.Where(arg => arg.Contains('='))
    .Select(Candidate.Parse)
    .ToArray();
var measurement = new Measurement(candidates, spawns: int.Parse(Environment.GetEnvironmentVariable("SPAWNS") ?? "20"), rounds: int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "7"), invocations: 2_000);
var (wall, coldCpu) = await measurement.ColdStartAsync();
var warm = await measurement.WarmCpuAsync();
var allocation = await measurement.AllocationAsync();
Console.WriteLine($"{"",-28} {"cold ms",9} {"ratio",6} {"cold CPU",9} {"ratio",6} {"warm µs",9} {"ratio",6} {"bytes",8} {"+bytes",8} {"MB",6}");
for (var i = 0; i < candidates.Length; i++)
    Console.WriteLine(
        $"{candidates[i].Name,-28} {wall[i],9:0.00} {wall[i] / wall[0],6:0.00} {coldCpu[i],9:0.00} {coldCpu[i] / coldCpu[0],6:0.00} {warm[i],9:0.0} {warm[i] / warm[0],6:0.00} {allocation[i],8:0} {allocation[i] - allocation[0],8:0} {new FileInfo(candidates[i].Path).Length / 1e6,6:0.00}");
