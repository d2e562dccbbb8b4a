using System.Net.Http.Headers;
using System.Text.Json;

namespace Framework.Testing;

/// <summary>Signs a user in at the local issuer before their first request, and sends the token with each.</summary>
internal sealed class SignInHandler(HttpClient anonymous, string username, IEnumerable<string> groups)
    : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lazy<Task<string>> _token = new(() => SignInAsync(anonymous, username, string.Join(',', groups)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await _token.Value);
        return await base.SendAsync(request, cancellation);
    }

    private static async Task<string> SignInAsync(HttpClient anonymous, string username, string groups)
    {
        using var form = new FormUrlEncodedContent([new("username", username), new("groups", groups)]);
        using var response = await anonymous.PostAsync(new Uri("/_local/token", UriKind.Relative), form);
        var json = await response.Content.ReadAsStringAsync();
        response.EnsureSuccessStatusCode();
        using var tokens = JsonDocument.Parse(json);
        return tokens.RootElement.GetProperty("access_token").GetString()!;
    }
}
