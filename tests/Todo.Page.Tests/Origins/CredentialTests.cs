using System.Text.Json;
using Framework.Local;

namespace Todo.Page.Tests.Origins;

/// <summary>A page that may send credentials, behind each front door: what it reads of success, refusals and failures.</summary>
public sealed class CredentialTests(TodoSite site)
{
    private const string Allowed = "https://todo.example.com";
    private const string Forbidden = "https://evil.example.com";
    private const string Unreadable = "TypeError";

    // The content type makes the browser send a preflight.
    private const string Send = """
        async ([address, method, token, length]) => {
          try {
            const headers = { 'content-type': 'application/json' };
            if (token)
              headers.authorization = `Bearer ${token}`;
            const body = method === 'POST' ? 'x'.repeat(length) : undefined;
            return `${(await fetch(address, { method, headers, body, credentials: 'include' })).status}`;
          } catch (error) {
            return error.name;
          }
        }
        """;

    public static TheoryData<LocalFrontDoor, bool> Doors => new(
        from door in Enum.GetValues<LocalFrontDoor>() from isLeftToGateway in new[] { false, true } select (door, isLeftToGateway));

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_page_with_credentials_reads_success_a_403_and_a_500_and_that_of_another_origin_nothing(LocalFrontDoor frontDoor, bool isLeftToGateway)
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        using var pages = new PageServer();
        await using var service = await OriginService.StartAsync(frontDoor, isLeftToGateway, Allowed);
        using var user = await TodoApi.SignInAsync(new Uri(service.Address), "ann");
        var token = JsonDocument.Parse(user.Token).RootElement.GetProperty("access_token").GetString();
        await using var browser = await LaunchAsync(pages);
        (string Method, string Path, string? Token, int Length)[] requests = [("POST", "/echo", null, 1), ("GET", "/admins", token, 0), ("GET", "/fail", null, 0)];

        Assert.Equal(["200", "403", "500"], await SendAllAsync(browser, Allowed, service.Address, requests));
        Assert.Equal([Unreadable, Unreadable, Unreadable], await SendAllAsync(browser, Forbidden, service.Address, requests));
    }

    // The front door refuses the body, and only one that has CORS of its own sets the headers then.
    [Theory]
    [InlineData(LocalFrontDoor.FunctionUrl, true, 6 * 1024 * 1024, "413")]
    [InlineData(LocalFrontDoor.FunctionUrl, false, 6 * 1024 * 1024, Unreadable)]
    [InlineData(LocalFrontDoor.Alb, true, 1024 * 1024, Unreadable)]
    [InlineData(LocalFrontDoor.AlbMultiValue, false, 1024 * 1024, Unreadable)]
    public async Task A_body_that_is_too_large_is_a_413_that_a_page_reads_where_the_front_door_has_CORS(
        LocalFrontDoor frontDoor, bool isLeftToGateway, int limit, string seen)
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        using var pages = new PageServer();
        await using var service = await OriginService.StartAsync(frontDoor, isLeftToGateway, Allowed);
        await using var browser = await LaunchAsync(pages);

        // The event has more than the body, so the largest body that reaches a function URL's function is smaller.
        Assert.Equal(["200", seen], await SendAllAsync(
            browser, Allowed, service.Address, [("POST", "/echo", null, limit - (64 * 1024)), ("POST", "/echo", null, limit + 1)]));
    }

    private Task<IBrowser> LaunchAsync(PageServer pages) => site.LaunchAsync(
        $"--host-resolver-rules=MAP todo.example.com:443 127.0.0.1:{pages.Port}, MAP evil.example.com:443 127.0.0.1:{pages.Port}");

    private static async Task<IReadOnlyList<string>> SendAllAsync(
        IBrowser browser, string origin, string address, (string Method, string Path, string? Token, int Length)[] requests)
    {
        await using var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(origin);
        var seen = new List<string>();
        foreach (var (method, path, token, length) in requests)
            seen.Add(await page.EvaluateAsync<string>(Send, new object?[] { $"{address}{path}", method, token, length }));
        return seen;
    }
}
