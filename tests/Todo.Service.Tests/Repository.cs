
namespace Todo.Service.Tests;

/// <summary>Where the sources are, and what the machine has.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Framework.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
