using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Issuer;

/// <summary>The development sign-in page: no password, no script.</summary>
internal static class SignInPage
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        :root { --ground: light-dark(#f4f5fa, #0f1117); --card: light-dark(#fff, #181b24); --edge: light-dark(#8b90a3, #6f768a); }
        :root { --text: light-dark(#1b1e2b, #eceef5); --accent: light-dark(#4f46e5, #a5a0ff); }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text); }
        main { width: min(26rem, calc(100vw - 2rem)); margin: 1rem 0; padding: 2rem; border-radius: 1rem; background: var(--card); }
        h1 { margin: 0; font-size: 1.5rem; }
        form { display: grid; gap: .5rem; margin-top: 1.5rem; }
        label { font-weight: 600; }
        input, button { font: inherit; padding: .6rem .8rem; border: 1px solid var(--edge); border-radius: .6rem; }
        input, button { background: var(--card); color: var(--text); }
        button { text-align: left; cursor: pointer; }
        button:hover { border-color: var(--accent); color: var(--accent); }
        label + input + button { margin-top: .5rem; text-align: center; font-weight: 600; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        small { display: block; }
        [role=alert] { border-left: 4px solid #c62828; padding-left: .8rem; }
        """;

    /// <summary>Sends the page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">What the client asked for; the form asks it again.</param>
    /// <param name="problem">What was wrong with the last try; null at first.</param>
    public static Task WriteAsync(HttpContext http, AuthorizationRequest request, string? problem)
    {
        var response = http.Response;
        response.StatusCode = problem is null ? 200 : 400;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        // Not no-referrer: the form would then be posted with "Origin: null", which the guard refuses.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(Render(request, problem))).AsTask();
    }

    private static string Render(AuthorizationRequest request, string? problem)
    {
        var hidden = string.Concat(request.Parameters.Select(parameter =>
            $"""<input type="hidden" name="{Encode(parameter.Key)}" value="{Encode(parameter.Value)}">"""));
        var alert = problem is null ? "" : $"""<p role="alert">{Encode(problem)}</p>""";
        var users = string.Concat(DevelopmentUser.Known.Select(Button));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in for development</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>Sign in for development</h1>
            <p>Any name will do; there are no passwords here.</p>
            {alert}
            <form method="post" action="authorize" aria-label="Known users">{hidden}
            {users}
            </form>
            <form method="post" action="authorize" aria-label="Another user">{hidden}
            <label for="username">Another user</label>
            <input id="username" name="username" required maxlength="128" autocomplete="username" spellcheck="false">
            <label for="groups">Groups, separated by commas (optional)</label>
            <input id="groups" name="groups" autocomplete="off" spellcheck="false">
            <button>Sign in</button>
            </form>
            </main>
            </body>
            </html>
            """;
    }

    private static string Button(DevelopmentUser user)
    {
        var groups = user.Groups.Count == 0 ? "" : $"<small>in {Encode(string.Join(", ", user.Groups))}</small>";
        return $"""<button name="username" value="{Encode(user.Name)}">{Encode(user.Name)}{groups}</button>""";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
