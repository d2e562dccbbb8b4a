namespace Framework.Problems;

/// <summary>The place of a value in a body, as a client would write it: <c>items[0].title</c>, and <c>$</c> for the body
/// itself.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    // Names from the client are cut: a problem does not repeat a body.
    private const int MaxName = 100;

    // A path over the limit is not continued: a problem would cut it in any case.
    private const int MaxPath = 500;

    public static string Property(string path, string name)
    {
        if (path.Length > MaxPath)
            return path;
        var cut = name.Length > MaxName ? name[..(char.IsHighSurrogate(name[MaxName - 1]) ? MaxName - 1 : MaxName)] : name;
        var step = cut.Length > 0 && cut.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')
            ? cut
            : $"['{cut.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
        return path == Root ? step : step.StartsWith('[') ? path + step : $"{path}.{step}";
    }

    public static string Item(string path, int index) => path.Length > MaxPath ? path : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{index}]");
}
