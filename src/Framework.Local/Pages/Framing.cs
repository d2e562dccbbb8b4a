using Microsoft.AspNetCore.Http;

namespace Framework.Local.Pages;

/// <summary>Keeps pages out of the frames of other pages, where a click can be stolen. A <c>meta</c> element cannot do
/// this (<see href="https://www.w3.org/TR/CSP3/#meta-element"/>), so headers do.</summary>
internal static class Framing
{
    /// <summary>Adds the headers.</summary>
    /// <param name="response">The page's response.</param>
    /// <param name="policy">What the content security policy says first.</param>
    public static void Forbid(HttpResponse response, string policy = "")
    {
        response.Headers.ContentSecurityPolicy = $"{policy}frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
    }
}
