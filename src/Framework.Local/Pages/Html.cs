using System.Text.Encodings.Web;
using System.Text.Unicode;
using Framework.Local.Output;

namespace Framework.Local.Pages;

/// <summary>Encodes text for HTML.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Encodes a text for an element or a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>Encodes a text that a client sent: characters that hide text or change its direction are replaced.</summary>
    public static string Show(string text) => Encoder.Encode(Terminal.Printable(text));
}
