using System.Text.Json;

namespace Todo.Page.Tests.Origins;

/// <summary>Pages of two origins in a browser, and what each may read behind each front door.</summary>
public sealed class OriginTests(TodoSite site)
{
    private const string Allowed = "https://todo.example.com";
    private const string Forbidden = "https://evil.example.com";

    // Sends a request as a page does, and says what the page sees of the response.
    private const string Send = """
        async ([address, method, headers, body, credentials]) => {
          try {
            const response = await fetch(address, { method, headers, body: body ?? undefined, credentials });
            return `${response.status} ${response.headers.get('location') ? 'location' : ''}`.trim();
          } catch (error) {
            return error.name;
          }
        }
        """;

    public static TheoryData<string, string> Doors => new(
        ("http-api", "function"), ("http-api", "gateway"), ("http-api-v1", "function"), ("http-api-v1", "gateway"), ("rest", "function"), ("rest", "gateway"),
        ("function-url", "function"), ("function-url", "gateway"), ("alb", "function"), ("alb-multi-value", "gateway"));

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task The_page_of_an_allowed_origin_reads_success_and_every_error_and_that_of_another_origin_nothing(string frontDoor, string owner)
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        using var pages = new PageServer();
        using var service = await TodoProcess.StartAsync(["--front-door", frontDoor], new() { ["FRAMEWORK_CORS"] = owner });
        using var api = await TodoApi.SignInAsync(service.Address, $"user-{Guid.NewGuid():n}");
        await using var browser = await site.LaunchAsync($"--host-resolver-rules=MAP todo.example.com:443 127.0.0.1:{pages.Port}, MAP evil.example.com:443 127.0.0.1:{pages.Port}");
        var isApi = frontDoor is "http-api" or "http-api-v1" or "rest";
        var token = JsonDocument.Parse(api.Token).RootElement.GetProperty("access_token").GetString();

        // Who is signed in is known behind an API alone: Todo.Service validates no tokens itself.
        (string Method, string Path, string? Token, string? Body, string Expected)[] requests =
        [
            ("GET", "/todos", null, null, "401"),
            ("GET", "/nothing", null, null, "404"),
            ("POST", "/todos/abc", null, "{}", "405"),
            ("GET", "/todos", token, null, isApi ? "200" : "401"),
            ("POST", "/todos", token, """{"title":"Buy milk"}""", isApi ? "201 location" : "401"),
            ("POST", "/todos", token, """{"title":""}""", isApi ? "422" : "401"),
            ("POST", "/todos", token, "{", isApi ? "400" : "401"),
            ("POST", "/todos", token, $$"""{"title":"{{new string('a', 1024 * 1024)}}"}""", isApi ? "413" : "401"),
        ];
        if (!isApi)
            requests = requests[..^1];

        Assert.Equal(requests.Select(request => request.Expected), await SendAllAsync(browser, Allowed, service.Address, requests, "same-origin"));
        Assert.All(await SendAllAsync(browser, Forbidden, service.Address, requests, "same-origin"), seen => Assert.Equal("TypeError", seen));
        // Nothing lets a page send cookies along.
        Assert.All(await SendAllAsync(browser, Allowed, service.Address, requests, "include"), seen => Assert.Equal("TypeError", seen));
    }

    private static async Task<IReadOnlyList<string>> SendAllAsync(
        IBrowser browser, string origin, Uri address, (string Method, string Path, string? Token, string? Body, string Expected)[] requests, string credentials)
    {
        await using var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(origin);
        var seen = new List<string>();
        foreach (var request in requests)
        {
            var headers = new Dictionary<string, string>();
            if (request.Body is not null)
                headers["content-type"] = "application/json";
            if (request.Token is not null)
                headers["authorization"] = $"Bearer {request.Token}";
            seen.Add(await page.EvaluateAsync<string>(Send, new object?[] { new Uri(address, request.Path).ToString(), request.Method, headers, request.Body, credentials }));
        }
        return seen;
    }
}
