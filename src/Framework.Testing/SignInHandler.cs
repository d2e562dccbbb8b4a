using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Testing;

/// <summary>Signs a user in at the local issuer before their first request, and sends the token with each.</summary>
internal sealed class SignInHandler(
    HttpClient anonymous, string username, IEnumerable<string> groups, IEnumerable<string> scopes, JsonObject? claims)
    : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lazy<Task<string>> _token = new(() => SignInAsync(anonymous, username, groups, scopes, claims));

    /// <summary>Signs a user in.</summary>
    /// <returns>The access token.</returns>
    public static Task<string> SignInAsync(
        HttpClient anonymous, string username, IEnumerable<string> groups, IEnumerable<string> scopes, JsonObject? claims) => RequestAsync(
        anonymous,
        new("username", username),
        new("groups", string.Join(',', groups)),
        new("scope", string.Join(' ', scopes)),
        new("claims", claims?.ToJsonString() ?? ""));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await _token.Value);
        return await base.SendAsync(request, cancellation);
    }

    private static async Task<string> RequestAsync(HttpClient anonymous, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await anonymous.PostAsync(new Uri("/_local/token", UriKind.Relative), form);
        using var tokens = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return response.IsSuccessStatusCode
            ? tokens.RootElement.GetProperty("access_token").GetString()!
            : throw new InvalidOperationException(
                $"The local issuer refuses to sign in: {tokens.RootElement.GetProperty("error_description").GetString()}");
    }
}
