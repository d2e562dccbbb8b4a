using System.Text.Json;
using System.Text.RegularExpressions;

namespace Todo.Page.Tests.Site;

/// <summary>A fresh user in a fresh browser context, and the parts of the page by name.</summary>
public abstract partial class PageTest(TodoSite site) : IAsyncLifetime
{
    private readonly List<string> _errors = [];

    protected Uri Address => site.Address;

    protected string User { get; } = $"user-{Guid.NewGuid():n}";

    protected TodoApi Api { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    /// <summary>What the console showed as an error, other than a response's status or a lost connection.</summary>
    protected IReadOnlyList<string> ConsoleErrors => _errors;

    protected ILocator NewTodo => Page.Locator(".new-todo");
    protected ILocator Items => Page.Locator(".todo-list > li");
    protected ILocator Titles => Items.Locator("label");
    protected ILocator Main => Page.Locator(".main");
    protected ILocator Footer => Page.Locator(".footer");
    protected ILocator ToggleAll => Page.Locator(".toggle-all");
    protected ILocator Count => Page.Locator(".todo-count");
    protected ILocator ClearCompleted => Page.Locator(".clear-completed");
    protected ILocator SignInButton => Page.Locator(".start-sign-in");
    protected ILocator OfflineBanner => Page.Locator(".offline");
    protected ILocator Status => Page.Locator("#status");

    protected virtual BrowserNewContextOptions Context => new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        Api = await TodoApi.SignInAsync(site.Address, User);
        Page = await NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Api?.Dispose();
        if (Page is not null)
            await Page.Context.DisposeAsync();
        Assert.Empty(_errors);
    }

    protected ILocator Item(int index) => Items.Nth(index);
    protected ILocator Toggle(int index) => Item(index).Locator(".toggle");
    protected ILocator Title(int index) => Item(index).Locator("label");
    protected ILocator Destroy(int index) => Item(index).Locator(".destroy");
    protected ILocator Edit(int index) => Item(index).Locator(".edit");
    protected ILocator Filter(string name) => Page.Locator(".filters a", new() { HasTextString = name });
    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Takes an error out of the console's that the test itself provoked.</summary>
    protected void Expected(string part) => _errors.RemoveAll(error => error.Contains(part, StringComparison.Ordinal));

    /// <summary>Opens the page signed in, with these todos there already; "x " before a title means completed.</summary>
    protected async Task OpenAsync(params string[] todos)
    {
        foreach (var todo in todos)
        {
            var completed = todo.StartsWith("x ", StringComparison.Ordinal);
            var created = await Api.CreateAsync(completed ? todo[2..] : todo);
            if (completed)
                await Api.ChangeAsync(created, completed: true);
        }
        await SeedSessionAsync();
        await Page.GotoAsync("/");
        await Expect(Page.Locator(".loading")).ToBeHiddenAsync();
        await Expect(Items).ToHaveCountAsync(todos.Length);
    }

    /// <summary>Puts the tokens where a sign-in leaves them, once: a sign-out afterwards stays one.</summary>
    protected Task SeedSessionAsync() => Page.AddInitScriptAsync($$"""
        if (location.origin === '{{Address.GetLeftPart(UriPartial.Authority)}}' && !sessionStorage.getItem('seeded')) {
          sessionStorage.setItem('seeded', 'yes');
          sessionStorage.setItem('todo.session', {{JsonSerializer.Serialize(Api.Token)}});
        }
        """);

    /// <summary>Types a todo and presses Enter, without waiting for the API.</summary>
    protected async Task TypeAsync(string text)
    {
        await NewTodo.FillAsync(text);
        await NewTodo.PressAsync("Enter");
    }

    protected async Task StartEditAsync(int index)
    {
        await Title(index).DblClickAsync();
        await Expect(Edit(index)).ToBeFocusedAsync();
    }

    protected async Task EditAsync(int index, string text)
    {
        await StartEditAsync(index);
        await Edit(index).FillAsync(text);
        await Edit(index).PressAsync("Enter");
    }

    /// <summary>The titles that the API holds, once they are these.</summary>
    protected Task SavedAsync(params string[] titles) => EventuallyAsync(
        async () => string.Join('\n', (await Api.ListAsync()).Select(todo => (todo.Completed ? "x " : "") + todo.Title)),
        string.Join('\n', titles));

    protected static async Task EventuallyAsync(Func<Task<string>> actual, string expected)
    {
        using var limit = new CancellationTokenSource(Waits.Limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var last = await actual();
        while (last != expected && !limit.IsCancellationRequested && await ticks.WaitForNextTickAsync())
            last = await actual();
        Assert.Equal(expected, last);
    }

    /// <summary>Lets the matched calls of the API fail.</summary>
    protected Task FailAsync(string method, Regex path, int status, string body) => Page.RouteAsync(path, route =>
        route.Request.Method == method
            ? route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Body = body })
            : route.FallbackAsync());

    /// <summary>Holds the matched calls until the test lets them go.</summary>
    /// <returns>What lets them go.</returns>
    protected async Task<TaskCompletionSource> HoldAsync(Regex path)
    {
        var go = new TaskCompletionSource();
        await Page.RouteAsync(path, async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        return go;
    }

    [GeneratedRegex(@"/todos(\?.*)?$")]
    protected static partial Regex AllTodos();

    [GeneratedRegex(@"/todos/[^/?]+$")]
    protected static partial Regex OneTodo();

    private async Task<IPage> NewPageAsync()
    {
        var context = await site.NewContextAsync(Context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)Waits.Limit.TotalMilliseconds);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself reports each failed request; those are what some tests are about.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _errors.Add(message.Text);
        };
        return page;
    }
}
