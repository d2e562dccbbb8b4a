using System.Text;
using Framework.Http;

namespace Framework.Binding;

/// <summary>Reads the names of a part's <c>Content-Disposition</c>, as browsers and .NET write them.</summary>
internal static class FormFieldName
{
    private const string Utf8 = "UTF-8''";

    /// <summary>The field's name; null where there is none.</summary>
    public static string? Of(string disposition) => HeaderParameters.Find(disposition, "name") is { } name ? Unescape(name) : null;

    /// <summary>The file's name without a path; null where the part is no file.</summary>
    public static string? FileOf(string disposition)
    {
        var extended = HeaderParameters.Find(disposition, "filename*");
        var name = extended?.StartsWith(Utf8, StringComparison.OrdinalIgnoreCase) == true
            ? Uri.UnescapeDataString(extended[Utf8.Length..])
            : HeaderParameters.Find(disposition, "filename") is { } plain ? Unescape(plain) : null;
        return name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    // Browsers escape these three and no percent sign (WHATWG HTML, multipart form data).
    private static string Unescape(string name) => name.Contains('%')
        ? new StringBuilder(name).Replace("%22", "\"").Replace("%0D", "\r").Replace("%0A", "\n").ToString()
        : name;
}
