using System.Globalization;
using System.Text;

namespace Framework.Http;

/// <summary>A cookie that a response sets. Without further words it is the safest that works: sent over TLS alone, hidden from
/// scripts, for the whole site, and not with requests that other sites make.</summary>
/// <remarks>See <see href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis">RFC 6265bis</see>. To delete a
/// cookie, set it with the same <see cref="Domain"/> and <see cref="Path"/> and a <see cref="MaxAge"/> of zero.</remarks>
public sealed class ResponseCookie
{
    // RFC 6265bis, section 5.6: browsers ignore what is longer.
    private const int MaxLength = 4096;
    private const int MaxAttributeLength = 1024;

    /// <summary>A cookie that ends with the browser's session.</summary>
    /// <param name="name">The name: a token (RFC 9110, section 5.6.2). With the prefix <c>__Host-</c> or <c>__Secure-</c> browsers
    /// hold the cookie to what the prefix promises, and so does this class.</param>
    /// <param name="value">The value: visible ASCII without spaces, commas, semicolons, backslashes and quotes, but for one pair of
    /// quotes around all of it. Escape other text, as <see cref="Uri.EscapeDataString(string)"/> does.</param>
    /// <exception cref="ArgumentException">The name or the value cannot be sent, or both together have more than 4,096 bytes. The
    /// message does not repeat them.</exception>
    public ResponseCookie(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!CookieText.IsName(name))
            throw new ArgumentException("A cookie's name is one or more letters, digits and any of !#$%&'*+-.^_`|~.", nameof(name));
        if (!CookieText.IsValue(value))
            throw new ArgumentException(
                "A cookie's value is visible ASCII without spaces, commas, semicolons, backslashes and quotes: escape it.", nameof(value));
        if (name.Length + value.Length > MaxLength)
            throw new ArgumentException($"A cookie's name and value have at most {MaxLength} bytes together.", nameof(value));
        Name = name;
        Value = value;
    }

    /// <summary>The name, with its case.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <summary>The domain whose hosts get the cookie, and their subdomains; null for the one host that set it.</summary>
    /// <exception cref="ArgumentException">The text is not a host's name.</exception>
    public string? Domain
    {
        get;
        init => field = value is null || (value.Length is > 0 and <= MaxAttributeLength && value.All(CookieText.IsOfDomain))
            ? value
            : throw new ArgumentException("A cookie's domain is a host's name: letters, digits, hyphens and dots.", nameof(value));
    }

    /// <summary>The path below which the cookie is sent; <c>/</c> by default.</summary>
    /// <exception cref="ArgumentException">The path does not begin with a slash, or holds a semicolon or what is not printable
    /// ASCII.</exception>
    public string Path
    {
        get;
        init => field = value is ['/', ..] && value.Length <= MaxAttributeLength && value.All(CookieText.IsOfPath)
            ? value
            : throw new ArgumentException("A cookie's path begins with '/' and is printable ASCII without semicolons.", nameof(value));
    } = "/";

    /// <summary>When the browser drops the cookie; <see cref="MaxAge"/> comes before it. Where both are null, at the end of its
    /// session.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How long the browser keeps the cookie, in whole seconds; browsers cut it to 400 days. Zero or less deletes the
    /// cookie.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether the cookie is sent over TLS alone; true by default.</summary>
    public bool Secure { get; init; } = true;

    /// <summary>Whether the cookie is hidden from scripts; true by default.</summary>
    public bool HttpOnly { get; init; } = true;

    /// <summary>With which requests of other sites it is sent; <see cref="SameSite.Lax"/> by default.</summary>
    public SameSite SameSite { get; init; }

    /// <summary>Whether the browser keeps one cookie for each site that embeds this one (CHIPS); it must be
    /// <see cref="Secure"/>.</summary>
    public bool Partitioned { get; init; }

    /// <summary>The value of the header <c>Set-Cookie</c>.</summary>
    /// <exception cref="InvalidOperationException">Browsers refuse the cookie, because its attributes contradict each other or the
    /// prefix of its name.</exception>
    internal string ToHeader()
    {
        if (Contradiction() is { } contradiction)
            throw new InvalidOperationException($"Browsers refuse the cookie {Name}: {contradiction}");
        var text = new StringBuilder($"{Name}={Value}; Path={Path}");
        if (Domain is not null)
            text.Append("; Domain=").Append(Domain);
        if (MaxAge is { } age)
            text.Append(CultureInfo.InvariantCulture, $"; Max-Age={(long)Math.Max(0, age.TotalSeconds)}");
        if (Expires is { } expires)
            text.Append(CultureInfo.InvariantCulture, $"; Expires={expires:R}");
        if (Secure)
            text.Append("; Secure");
        if (HttpOnly)
            text.Append("; HttpOnly");
        text.Append("; SameSite=").Append(SameSite switch
        {
            SameSite.Strict => "Strict",
            SameSite.None => "None",
            _ => "Lax",
        });
        return Partitioned ? text.Append("; Partitioned").ToString() : text.ToString();
    }

    // Browsers compare the prefixes without case (RFC 6265bis, section 5.4).
    private string? Contradiction()
    {
        if (SameSite == SameSite.None && !Secure)
            return "with SameSite None it must be Secure.";
        if (Partitioned && !Secure)
            return "a partitioned one must be Secure.";
        if (Has("__Secure-") && !Secure)
            return "one whose name begins with __Secure- must be Secure.";
        return Has("__Host-") && (!Secure || Domain is not null || Path != "/")
            ? "one whose name begins with __Host- must be Secure and have the path '/' and no domain."
            : null;
    }

    private bool Has(string prefix) => Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
