using System.Globalization;

namespace Framework.Binding;

/// <summary>Reads the dates of HTTP (RFC 9110, section 5.6.7): the current form and the two obsolete ones.</summary>
internal static class HttpDateText
{
    private const string Rfc850 = "dddd, dd-MMM-yyyy HH:mm:ss 'GMT'";

    private static readonly string[] Forms =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    public static bool TryParse(string text, out DateTimeOffset value)
    {
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
            return true;
        // The year has two digits: the day of the week decides the century.
        var year = text.LastIndexOf('-') + 1;
        return year > 0 && (TryParse(text.Insert(year, "20"), Rfc850, out value) || TryParse(text.Insert(year, "19"), Rfc850, out value));
    }

    private static bool TryParse(string text, string form, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
