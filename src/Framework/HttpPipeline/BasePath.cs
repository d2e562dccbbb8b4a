using Framework.Http;

namespace Framework.HttpPipeline;

/// <summary>The path under which the world outside sees the service, such as <c>/shop</c>.</summary>
internal static class BasePath
{
    /// <summary>A base path in the normal form; empty for none.</summary>
    /// <exception cref="ArgumentException">It does not begin with a slash, or ends with one.</exception>
    public static string Checked(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 || path is ['/', _, ..] and not [.., '/']
            ? PathText.Normalize(path)
            : throw new ArgumentException($"'{path}' is not a base path: write /shop, with a slash at its beginning alone.", nameof(path));
    }
}
