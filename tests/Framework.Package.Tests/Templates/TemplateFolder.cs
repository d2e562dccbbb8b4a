using System.Diagnostics;

namespace Framework.Package.Tests.Templates;

/// <summary>An empty folder outside the repository, for what the templates make: it has the packed packages, and templates
/// and restored packages of its own.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("framework-templates-").FullName;

    public TemplateFolder()
    {
        Path = Directory.CreateDirectory(In(_home, "work")).FullName;
        System.IO.File.WriteAllText(
            In(_home, "nuget.config"),
            System.IO.File.ReadAllText(In(PackedFeed.Root, "nuget.config")).Replace("artifacts/packages", PackedFeed.Folder, StringComparison.Ordinal));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The environment of every command that runs in the folder.</summary>
    public IReadOnlyList<(string Name, string? Value)> Environment =>
    [
        ("DOTNET_CLI_HOME", _home),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_WATCH_SUPPRESS_EMOJIS", "1"),
        // Those of the samples, which every run forgets.
        ("RestorePackagesPath", In(PackedFeed.Root, "artifacts", "samples-packages")),
        ("NuGetAudit", "false"),
        ("CI", null),
        ("MSBuildSDKsPath", null),
    ];

    /// <summary>A path in the folder.</summary>
    public string File(params string[] names) => In([Path, .. names]);

    /// <summary>Runs the .NET command line in the folder, and gives what it printed; fails the test where it fails.</summary>
    public async Task<string> DotnetAsync(string arguments)
    {
        var start = Start("dotnet", arguments);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Waits.BuildLimit) + await errors;
        await process.WaitForExitAsync().InTimeAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {arguments}\n{output}");
        return output;
    }

    /// <summary>A program that is to run in the folder.</summary>
    public ProcessStartInfo Start(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment.Remove(name);
            if (value is not null)
                start.Environment[name] = value;
        }
        return start;
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private static string In(params string[] names) => System.IO.Path.Combine(names);
}
