using System.Diagnostics;

namespace Framework.Package.Tests;

/// <summary>The packages, packed anew, and what the samples restored of an earlier pack forgotten.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "artifacts", "packages");

    /// <summary>The packages' names, which are those of their projects. The libraries of <c>Interop.sln</c> are not among them: their
    /// own packages are not in every package source.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "src"), "README.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(readme => Path.GetFileName(Path.GetDirectoryName(readme))!)
            .Where(name => !File.ReadAllText(Path.Combine(Root, "src", name, $"{name}.csproj")).Contains("Interop.targets", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The package of templates, which holds no library.</summary>
    public const string Templates = "Framework.Templates";

    public async ValueTask InitializeAsync()
    {
        foreach (var old in Directory.GetFiles(Folder, "*.*nupkg"))
            File.Delete(old);
        var restored = Path.Combine(Root, "artifacts", "samples-packages");
        if (Directory.Exists(restored))
        {
            foreach (var package in Directory.GetDirectories(restored, "framework*"))
                Directory.Delete(package, recursive: true);
        }
        foreach (var package in Packages)
            await DotnetAsync($"pack \"{Path.Combine(Root, "src", package)}\" -c Release --nologo -v quiet");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs the .NET command line, with environment variables of its own, and gives what it printed; fails the test
    /// where it fails.</summary>
    public static async Task<string> DotnetAsync(string arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var (code, output) = await RunAsync(arguments, variables);
        Assert.True(code == 0, $"dotnet {arguments}\n{output}");
        return output;
    }

    /// <summary>Runs the .NET command line and gives what it printed; fails the test where it does not fail.</summary>
    public static async Task<string> FailsAsync(string arguments)
    {
        var (code, output) = await RunAsync(arguments, []);
        Assert.True(code != 0, $"dotnet {arguments}\n{output}");
        return output;
    }

    private static async Task<(int Code, string Output)> RunAsync(
        string arguments, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        // The samples must find their own SDK properties, not those of the process that tests them.
        start.Environment.Remove("MSBuildSDKsPath");
        // The packages keep their version, so that a restore from an earlier run looks like one of these.
        start.Environment["RestoreForce"] = "true";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Waits.BuildLimit);
        await process.WaitForExitAsync().InTimeAsync();
        return (process.ExitCode, output + await errors);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Framework.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
