namespace Framework.HttpEvents;

/// <summary>Takes what is not the service's own off the beginning of a path: a stage, or the base path of a custom domain. The
/// prefix ends where a segment ends, so <c>/dev</c> does not match <c>/developers</c>.</summary>
internal static class StagePath
{
    public const string Default = "$default";

    /// <summary>The path without its stage; the default stage is in no path.</summary>
    public static string Remove(string path, string? stage)
    {
        if (path.Length == 0)
            return "/";
        return stage is null or Default or "" || !path.AsSpan(1).StartsWith(stage, StringComparison.Ordinal)
            ? path
            : Rest(path, stage.Length + 1);
    }

    /// <summary>The path without a base path such as <c>/shop</c>.</summary>
    public static string RemoveBase(string path, string basePath) =>
        path.StartsWith(basePath, StringComparison.Ordinal) ? Rest(path, basePath.Length) : path;

    private static string Rest(string path, int start) =>
        start == path.Length ? "/" : path[start] == '/' ? path[start..] : path;
}
