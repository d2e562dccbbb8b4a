using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Pages;

/// <summary>A page of the local cloud. All pages look the same, have one script at most, and load nothing from other servers.</summary>
/// <param name="Title">The title, as HTML.</param>
/// <param name="Main">The content, as HTML.</param>
internal sealed record LocalPage(string Title, string Main)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; ";

    /// <summary>Whether the page has the script of <see cref="LocalAssets"/>.</summary>
    public bool HasScript { get; init; }

    /// <summary>Whether the page begins with links to the other pages.</summary>
    public bool HasLinks { get; init; } = true;

    /// <summary>Sends the page.</summary>
    public Task WriteAsync(HttpContext http, int status = StatusCodes.Status200OK)
    {
        // Only the script with this number may run, and no script that an endpoint of the service sends from the same origin.
        var nonce = HasScript ? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) : null;
        Protect(http.Response, nonce is null ? Policy : $"{Policy}script-src 'nonce-{nonce}'; connect-src 'self'; ");
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var script = nonce is null ? "" : $"""<script src="/_local/local.js" nonce="{nonce}" defer></script>""";
        var links = !HasLinks ? "" : """
            <header><nav aria-label="Local cloud"><a href="/_local">Local cloud</a> <a href="/_local#requests">Requests</a> <a href="/_local/tables">Tables</a></nav></header>
            """;
        var page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/_local/local.css">
            {script}
            </head>
            <body{(HasLinks ? "" : " class=\"card\"")}>
            {links}
            <main>
            {Main}
            </main>
            </body>
            </html>
            """;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), http.RequestAborted).AsTask();
    }

    /// <summary>Sets the headers that keep pages of other origins away from a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="policy">The directives that come first in the content security policy.</param>
    public static void Protect(HttpResponse response, string policy = "default-src 'none'; ")
    {
        Framing.Forbid(response, policy);
        response.Headers.CacheControl = "no-store";
        // With no-referrer the browser posts a form with "Origin: null", which the guard refuses.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
