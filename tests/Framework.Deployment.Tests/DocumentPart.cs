using System.Runtime.CompilerServices;

namespace Framework.Deployment.Tests;

/// <summary>A part of a document that is computed: it is between two comments.</summary>
internal static class DocumentPart
{
    /// <summary>Compares the part with what it is to be; with <c>UPDATE_SNAPSHOTS=1</c>, writes it.</summary>
    public static void AssertSame(string document, string part, string expected)
    {
        var path = Path.GetFullPath(Path.Combine(Here(), $"../../docs/{document}.md"));
        var text = File.ReadAllText(path);
        var begin = $"<!-- {part} -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var end = text.IndexOf($"<!-- end of {part} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text[..start] + expected + text[end..]);
        else
            Assert.Equal(expected, text[start..end]);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
