using Microsoft.AspNetCore.Http;

namespace Framework.Local.Pages;

/// <summary>Forbids other pages to show a page in a frame, where they could steal a click. A <c>meta</c> element cannot do
/// this (<see href="https://www.w3.org/TR/CSP3/#meta-element"/>), so headers do.</summary>
internal static class Framing
{
    /// <summary>Adds the headers.</summary>
    /// <param name="response">The page's response.</param>
    /// <param name="policy">The directives that come before it in the content security policy.</param>
    public static void Forbid(HttpResponse response, string policy = "")
    {
        response.Headers.ContentSecurityPolicy = $"{policy}frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
    }
}
