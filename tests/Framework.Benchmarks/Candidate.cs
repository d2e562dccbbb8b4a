using System.Diagnostics;

namespace Framework.Benchmarks;

/// <summary>A published bootstrap, the name of its row, and environment variables for it.</summary>
internal sealed record Candidate(string Name, string Path, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The event that gets a 201.</summary>
    public byte[] Event { get; init; } = FunctionUnderTest.Event;

    public double Megabytes => new FileInfo(Path).Length / 1e6;

    /// <summary>Reads <c>name=path[,VARIABLE=value ...]</c>.</summary>
    public static Candidate Parse(string text)
    {
        var parts = text.Split(',').Select(part => part.Split('=', 2)).ToArray();
        var path = System.IO.Path.GetFullPath(parts[0][1]);
        if (!File.Exists(path))
            throw new ArgumentException($"There is no file {path}.");
        return new(parts[0][0], path, parts.Skip(1).ToDictionary(part => part[0], part => part[^1]));
    }

    /// <summary>Publishes one of the two programs in this project's folder.</summary>
    public static async Task<Candidate> PublishAsync(string name, string folder)
    {
        // From bin/Release/net10.0 to the project.
        var project = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "../../..", folder));
        using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "-v", "q"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"{project} does not publish.");
        return new(name, System.IO.Path.Combine(project, "bin/Release/net10.0/linux-x64/publish/bootstrap"), None);
    }
}
