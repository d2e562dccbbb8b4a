namespace Todo.Page.Tests.Console;

/// <summary>Every page fits its width and passes axe, light and dark.</summary>
public abstract class LookTests(TodoSite site, ColorScheme scheme, int width) : ConsoleTest(site)
{
    private readonly string _name = $"{scheme}-{width}".ToLowerInvariant();

    protected override BrowserNewContextOptions Context => new()
    {
        ColorScheme = scheme,
        ViewportSize = new() { Width = width, Height = 800 },
        IsMobile = width < 500,
    };

    [Fact]
    public async Task The_index_fits_and_passes_axe()
    {
        await Api.CreateAsync("One");
        await Api.ListAsync();
        using var http = new HttpClient { BaseAddress = Address };
        await http.GetAsync(new Uri($"/{new string('w', 150)}", UriKind.Relative));
        await LooksAsync("/_local", "index");
        await Page.Locator("#request-list tbody tr", new() { HasText = User }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Log lines" })).ToBeVisibleAsync();
        await LooksAsync("request");
    }

    [Fact]
    public async Task A_route_fits_and_passes_axe()
    {
        await LooksAsync("/_local/routes/CreateTodo", "route");
        await Page.GetByLabel("Body (JSON)").FillAsync($$"""{"title":"{{new string('w', 150)}}"}""");
        await Button("Send").ClickAsync();
        await Expect(Page.Locator("#response-status")).ToContainTextAsync("201");
        await LooksAsync("response");
    }

    [Fact]
    public async Task A_table_fits_and_passes_axe()
    {
        var more = string.Concat(Enumerable.Range(0, 6).Select(n => $",\"attribute{n}\":{{\"S\":\"{new string('v', 12 * n)}\"}}"));
        var table = await CreateTableAsync(27, more);
        await LooksAsync("/_local/tables", "tables");
        await LooksAsync($"/_local/tables/{table}", "table");
        await LooksAsync($"/_local/tables/{table}?sk=a", "mistake");
    }

    [Fact]
    public async Task An_item_fits_and_passes_axe()
    {
        var table = await CreateTableAsync(1, $",\"long\":{{\"S\":\"{new string('v', 300)}\"}}");
        await Page.GotoAsync($"/_local/tables/{table}");
        await Page.Locator("table.items tbody a").ClickAsync();
        await LooksAsync("item");
        await PutAsync(table, 0, "\"text\":{\"S\":\"Theirs\"}");
        await Button("Save").ClickAsync();
        await Expect(Button("Save mine in its place")).ToBeVisibleAsync();
        await LooksAsync("conflict");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Delete the item" }).ClickAsync();
        await LooksAsync("delete");
    }

    [Fact]
    public async Task The_sign_in_page_fits_and_passes_axe()
    {
        await Page.GotoAsync("/_local");
        await Page.GetByRole(AriaRole.Link, new() { Name = "sign-in page" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in for development" })).ToBeVisibleAsync();
        await LooksAsync("sign-in");
    }

    private async Task LooksAsync(string address, string name)
    {
        await Page.GotoAsync(address);
        await LooksAsync(name);
    }

    private async Task LooksAsync(string name)
    {
        await PictureAsync($"{name}-{_name}");
        await FitsAsync();
        await PassesAxeAsync();
    }
}

public sealed class LightDesktopTests(TodoSite site) : LookTests(site, ColorScheme.Light, 1280);

public sealed class DarkDesktopTests(TodoSite site) : LookTests(site, ColorScheme.Dark, 1280);

public sealed class LightPhoneTests(TodoSite site) : LookTests(site, ColorScheme.Light, 390);

public sealed class DarkPhoneTests(TodoSite site) : LookTests(site, ColorScheme.Dark, 390);
