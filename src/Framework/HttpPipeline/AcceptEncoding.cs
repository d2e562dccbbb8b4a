using System.Globalization;
using Framework.Http;

namespace Framework.HttpPipeline;

/// <summary>Reads the header <c>Accept-Encoding</c> (RFC 9110, section 12.5.3).</summary>
internal readonly record struct AcceptEncoding(string? Coding, bool RefusesIdentity)
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <summary>The coding that the client likes best, of two alike the smaller one; null for none.</summary>
    public static AcceptEncoding Read(string? header)
    {
        double? brotli = null, gzip = null, identity = null, others = null;
        foreach (var element in (header ?? "").Split(','))
        {
            var weight = WeightOf(element);
            switch (MediaType.Essence(element))
            {
                case var name when name.Equals(Brotli, StringComparison.OrdinalIgnoreCase):
                    brotli ??= weight;
                    break;
                case var name when name.Equals(Gzip, StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase):
                    gzip ??= weight;
                    break;
                case var name when name.Equals("identity", StringComparison.OrdinalIgnoreCase):
                    identity ??= weight;
                    break;
                case "*":
                    others ??= weight;
                    break;
            }
        }
        var (best, coding) = (brotli ?? others ?? 0) >= (gzip ?? others ?? 0) ? (brotli ?? others ?? 0, Brotli) : (gzip ?? others ?? 0, Gzip);
        return new(best > 0 && best >= (identity ?? 0) ? coding : null, (identity ?? others) == 0);
    }

    // 1 where there is none; what is no weight means that the coding is not wanted.
    private static double WeightOf(string element)
    {
        if (HeaderParameters.Find(element, "q") is not { } text)
            return 1;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1 ? weight : 0;
    }
}
