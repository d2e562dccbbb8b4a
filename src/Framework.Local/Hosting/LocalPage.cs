using System.Text;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Hosting;

/// <summary>A page of the local cloud: one style, no script, no content of other sites.</summary>
internal static class LocalPage
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; ";

    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        :root { --ground: light-dark(#f4f5fa, #0f1117); --card: light-dark(#fff, #181b24); --edge: light-dark(#8b90a3, #6f768a); }
        :root { --text: light-dark(#1b1e2b, #eceef5); --accent: light-dark(#4f46e5, #a5a0ff); }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--text); }
        h1 { margin: 0; font-size: 1.5rem; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        """;

    /// <summary>Sends a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="title">The title, encoded.</param>
    /// <param name="style">What the page's style adds to the common one.</param>
    /// <param name="main">The content, encoded.</param>
    public static Task WriteAsync(HttpContext http, int status, string title, string style, string main)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        Framing.Forbid(response, Policy);
        // Not no-referrer: a form would then be posted with "Origin: null", which the guard refuses.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.XContentTypeOptions = "nosniff";
        var page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            {Style}
            {style}
            </style>
            </head>
            <body>
            <main>
            {main}
            </main>
            </body>
            </html>
            """;
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), http.RequestAborted).AsTask();
    }
}
