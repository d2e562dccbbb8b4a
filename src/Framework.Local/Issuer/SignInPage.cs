using System.Text.Encodings.Web;
using Framework.Local.Pages;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Issuer;

/// <summary>The development sign-in page: no password, no script.</summary>
internal static class SignInPage
{
    private const string Title = "Sign in for development";

    /// <summary>Sends the page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">What the client asked for; the form asks it again.</param>
    /// <param name="problem">What was wrong with the last try; null at first.</param>
    public static Task WriteAsync(HttpContext http, AuthorizationRequest request, SignInProblem? problem = null) =>
        new LocalPage(Title, Render(request, problem)) { HasLinks = false }.WriteAsync(http, problem is null ? 200 : 400);

    private static string Render(AuthorizationRequest request, SignInProblem? problem)
    {
        var hidden = string.Concat(request.Parameters.Select(parameter =>
            $"""<input type="hidden" name="{Encode(parameter.Key)}" value="{Encode(parameter.Value)}">"""));
        var alert = problem is null ? "" : $"""<p role="alert">{Encode(problem.Sentence)}</p>""";
        var users = string.Concat(DevelopmentUser.Known.Select(Button));
        return $"""
            <h1>{Title}</h1>
            <p>Any name will do; there are no passwords here.</p>
            {alert}
            <form method="post" action="authorize" aria-label="Known users">{hidden}
            {users}
            </form>
            <form method="post" action="authorize" aria-label="Another user">{hidden}
            {Field("username", "Another user", problem, """required maxlength="128" autocomplete="username" """)}
            {Field("groups", "Groups, separated by commas (optional)", problem)}
            {Field("scopes", "More scopes, separated by spaces (optional)", problem)}
            {Field("claims", "More claims, as a JSON object (optional)", problem)}
            <button>Sign in</button>
            </form>
            """;
    }

    private static string Field(string name, string label, SignInProblem? problem, string attributes = """autocomplete="off" """) => $"""
        <label for="{name}">{label}</label>
        <input id="{name}" name="{name}" {attributes}spellcheck="false" value="{Encode(problem?.Form[name].ToString() ?? "")}">
        """;

    private static string Button(DevelopmentUser user)
    {
        var groups = user.Groups.Count == 0 ? "" : $"<small>in {Encode(string.Join(", ", user.Groups))}</small>";
        return $"""<button name="username" value="{Encode(user.Name)}">{Encode(user.Name)}{groups}</button>""";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
