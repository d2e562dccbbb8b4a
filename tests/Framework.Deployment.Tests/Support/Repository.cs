using System.Runtime.CompilerServices;

namespace Framework.Deployment.Tests.Support;

/// <summary>The repository that the tests are of.</summary>
internal static class Repository
{
    public static string File(string path) => Path.GetFullPath(Path.Combine(Here(), "../../..", path));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
