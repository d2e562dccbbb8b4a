namespace Framework.Benchmarks;

/// <summary>A published bootstrap, the name of its row, and environment variables for it.</summary>
internal sealed record Candidate(string Name, string Path, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Reads <c>name=path[,VARIABLE=value ...]</c>.</summary>
    public static Candidate Parse(string text)
    {
        var parts = text.Split(',').Select(part => part.Split('=', 2)).ToArray();
        return new(parts[0][0], System.IO.Path.GetFullPath(parts[0][1]), parts.Skip(1).ToDictionary(part => part[0], part => part[1]));
    }
}
