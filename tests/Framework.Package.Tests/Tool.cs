namespace Framework.Package.Tests;

/// <summary>A program that a test needs.</summary>
internal static class Tool
{
    /// <summary>Why a program is missing; null where it is installed.</summary>
    public static string? Missing(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"{program} is not installed.";
}
