using System.Diagnostics;
using System.Globalization;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>One of the DynamoDBs to compare.</summary>
/// <param name="Name">The name of its column.</param>
/// <param name="Start">How to start it on a port, with a folder for its data.</param>
internal sealed record ServerCandidate(string Name, Func<int, string, ProcessStartInfo> Start)
{
    /// <summary>DynamoDB Local first: it is what the others are compared with.</summary>
    /// <param name="localFolder">The folder with DynamoDBLocal.jar.</param>
    /// <param name="engine">The published local-dynamodb.</param>
    public static IReadOnlyList<ServerCandidate> All(string localFolder, string engine) =>
    [
        new("DynamoDB Local, memory", (port, _) => Local(localFolder, port)),
        new("engine, memory", (port, _) => new(engine) { ArgumentList = { "--port", $"{port}", "--in-memory" } }),
        new("engine, file", (port, folder) => new(engine) { ArgumentList = { "--port", $"{port}", "--data", folder } }),
    ];

    public static string PublishEngine()
    {
        // From bin/Release/net10.0 to the project.
        var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Framework.LocalDynamoDB.Tool"));
        using var publish = Process.Start(
            "dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-v", "q"]);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(project, "bin/Release/net10.0/linux-x64/publish/Framework.LocalDynamoDB.Tool")
            : throw new InvalidOperationException($"{project} does not publish.");
    }

    private static ProcessStartInfo Local(string folder, int port) => new(
        "java",
        ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-port", port.ToString(CultureInfo.InvariantCulture)])
    {
        WorkingDirectory = folder,
    };
}
