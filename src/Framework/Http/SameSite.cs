namespace Framework.Http;

/// <summary>With which requests of other sites a browser sends a cookie (RFC 6265bis, section 5.6.7).</summary>
public enum SameSite
{
    /// <summary>With none but a visit: a link that the user follows.</summary>
    Lax,

    /// <summary>With none.</summary>
    Strict,

    /// <summary>With all; the cookie must be <see cref="ResponseCookie.Secure"/>.</summary>
    None,
}
