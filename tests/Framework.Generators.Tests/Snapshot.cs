using System.Runtime.CompilerServices;

namespace Framework.Generators.Tests;

/// <summary>A text that is kept beside the tests and reviewed with every change. With the environment variable
/// UPDATE_SNAPSHOTS=1 it is written anew.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"There is no {path}; set UPDATE_SNAPSHOTS=1 once.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
