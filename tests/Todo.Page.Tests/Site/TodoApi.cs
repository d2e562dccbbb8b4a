using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Todo.Page.Tests.Site;

/// <summary>The same user at another device: calls the API beside the page.</summary>
public sealed class TodoApi : IDisposable
{
    private readonly HttpClient _http;
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow.AddMinutes(-1);
    private int _created;

    private TodoApi(HttpClient http, string token) => (_http, Token) = (http, token);

    /// <summary>The response of the issuer as it is: a JSON object with the tokens.</summary>
    public string Token { get; }

    public static async Task<TodoApi> SignInAsync(Uri address, string user)
    {
        var http = new HttpClient { BaseAddress = address };
        using var form = new FormUrlEncodedContent([new("username", user)]);
        using var response = await http.PostAsync(new Uri("/_local/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var tokens = (await response.Content.ReadFromJsonAsync<Tokens>())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.access_token);
        return new TodoApi(http, await response.Content.ReadAsStringAsync());
    }

    public async Task<Todo> CreateAsync(string title)
    {
        // Todos of one millisecond have no order; this way no two share one.
        var id = Guid.CreateVersion7(_start.AddMilliseconds(_created++));
        using var response = await _http.PostAsJsonAsync("/todos", new { id, title });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Todo>())!;
    }

    public async Task ChangeAsync(Todo todo, string? title = null, bool? completed = null)
    {
        var change = new { title = title ?? todo.Title, completed = completed ?? todo.Completed, todo.Version };
        using var response = await _http.PatchAsJsonAsync($"/todos/{todo.Id}", change);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(Todo todo)
    {
        using var response = await _http.DeleteAsync(new Uri($"/todos/{todo.Id}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The user's first hundred todos.</summary>
    public async Task<IReadOnlyList<Todo>> ListAsync() =>
        (await _http.GetFromJsonAsync<Listing>("/todos?limit=100"))!.Items;

    public void Dispose() => _http.Dispose();

    public sealed record Todo(string Id, string Title, bool Completed, int Version);

    private sealed record Listing(IReadOnlyList<Todo> Items);

    private sealed record Tokens(string access_token);
}
