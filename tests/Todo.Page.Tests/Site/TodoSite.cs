using Framework.Local;
using Framework.Testing;
using Framework.Tokens;
using Todo.Service;

namespace Todo.Page.Tests.Site;

/// <summary>One browser and one running service for all tests. Each test is a user of its own.</summary>
public sealed class TodoSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private TodoProcess? _process;
    private TestService? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why no test can run here, or null.</summary>
    public string? Missing { get; } = File.Exists(Chromium) ? null : $"No browser: {Chromium} is missing.";

    public Uri Address { get; private set; } = new("about:blank");

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        SetDefaultExpectTimeout((float)Waits.Limit.TotalMilliseconds);

        // A server that already runs, such as a deployed page, is tested where it is.
        if (Environment.GetEnvironmentVariable("TODO_PAGE_URL") is { Length: > 0 } running)
            Address = new Uri(running);
        else if (Enum.TryParse<LocalFrontDoor>(Environment.GetEnvironmentVariable("TODO_FRONT_DOOR"), out var frontDoor))
            Address = (_service = await StartAsync(frontDoor)).Anonymous.BaseAddress!;
        else
            Address = (_process = await TodoProcess.StartAsync()).Address;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        options = new(options ?? new()) { BaseURL = Address.ToString() };
        return _browser!.NewContextAsync(options);
    }

    /// <summary>A browser of its own, with further arguments.</summary>
    public Task<IBrowser> LaunchAsync(params string[] arguments) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = [.. Arguments, .. arguments] });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _process?.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    // A function URL and a load balancer have no authorizer, so the service validates tokens itself.
    private static Task<TestService> StartAsync(LocalFrontDoor frontDoor) => TestService.StartAsync<CreateTodo>(
        services =>
        {
            if (frontDoor is LocalFrontDoor.FunctionUrl or LocalFrontDoor.Alb or LocalFrontDoor.AlbMultiValue)
                services.AddTokenValidation();
        },
        frontDoor);
}
