using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Framework.Benchmarks.Building;

/// <summary>How long a build of a large service takes after a change of one line, and by what: in development, and in CI,
/// where the analyzers of trimming and Native AOT run.</summary>
internal static partial class BuildBenchmark
{
    public static void Run()
    {
        var root = FindRoot();
        var folder = Path.Combine(root, "artifacts", "large-service");
        var service = new LargeService(folder, root);
        service.Write();
        Build(folder, isCi: false, "");
        foreach (var isCi in new[] { true, false })
        {
            service.ChangeALine();
            var (seconds, causes) = Build(folder, isCi, "--no-restore -p:BuildProjectReferences=false");
            Console.WriteLine($"{(isCi ? "CI" : "development")}: {seconds:0} s after a change of one line, of the compiler's work:");
            foreach (var (cause, time) in causes.OrderByDescending(cause => cause.Seconds).Take(8))
                Console.WriteLine($"  {time,8:0.0} s  {cause}");
        }
    }

    private static (double Seconds, List<(string Name, double Seconds)> Causes) Build(string folder, bool isCi, string options)
    {
        var log = Path.Combine(folder, "build.log");
        var start = new ProcessStartInfo("dotnet", $"build \"{folder}\" --nologo \"-flp:logfile={log};verbosity=detailed\" -p:ReportAnalyzer=true -p:ContinuousIntegrationBuild={(isCi ? "true" : "false")} {options}")
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("CI");
        // A compiler of its own: one that is warm already would hide what a build takes.
        start.Environment["UseSharedCompilation"] = "false";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
        var report = File.ReadAllText(log);
        // Each assembly of analyzers or generators has a line; the last project's are those of the service.
        var causes = Causes().Matches(report[report.LastIndexOf("Total analyzer execution time", StringComparison.Ordinal)..])
            .Select(match => (match.Groups["name"].Value, double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture)))
            .ToList();
        return (watch.Elapsed.TotalSeconds, causes);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Framework.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<name>[\w.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex Causes();
}
