namespace Todo.Page.Tests;

public sealed class SecurityTests(TodoSite site) : PageTest(site)
{
    private const string Markup = "<img src=x onerror=alert(1)><b>bold</b>&amp;\"'";

    [Fact]
    public async Task Markup_in_a_title_is_text_in_every_place_it_is_shown()
    {
        var dialogs = 0;
        Page.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };
        await OpenAsync(Markup);
        await Expect(Title(0)).ToHaveJSPropertyAsync("textContent", Markup);
        await StartEditAsync(0);
        await Expect(Edit(0)).ToHaveValueAsync(Markup);
        await Api.ChangeAsync((await Api.ListAsync())[0], title: Markup + "theirs");
        await Edit(0).FillAsync(Markup + "mine");
        await Edit(0).PressAsync("Enter");
        await Expect(Item(0).Locator(".theirs")).ToHaveJSPropertyAsync("textContent", Markup + "theirs");
        await Expect(Status).ToContainTextAsync("changed elsewhere");
        await Expect(Page.Locator("img, b")).ToHaveCountAsync(0);
        Assert.Equal(0, dialogs);
    }

    [Fact]
    public async Task Markup_in_a_problem_is_text()
    {
        await OpenAsync();
        await FailAsync("POST", AllTodos(), 400, """{"errors":{"title":["<img src=x onerror=alert(1)>"]}}""");
        await TypeAsync("One");
        await Expect(Page.Locator("#new-todo-problem")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Expect(Page.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_policy_stops_a_script_that_is_not_the_pages_own()
    {
        await OpenAsync("One");
        var ran = await Page.EvaluateAsync<bool>("""
            () => new Promise((done) => {
              addEventListener('securitypolicyviolation', () => done(Boolean(window.injected)), { once: true });
              const script = document.createElement('script');
              script.append('window.injected = true');
              document.body.append(script);
            })
            """);
        Assert.False(ran);
        Expected("TrustedScript");
    }

    [Fact]
    public async Task Text_cannot_be_turned_into_markup_by_accident()
    {
        await OpenAsync("One");
        var refused = await Page.EvaluateAsync<string>("""
            () => { try { document.querySelector('#status').innerHTML = '<b>x</b>'; return 'taken'; }
                    catch (error) { return error.name; } }
            """);
        Assert.Equal("TypeError", refused);
        Expected("TrustedHTML");
    }

    [Fact]
    public async Task The_page_holds_no_inline_script_or_style()
    {
        await OpenAsync("One", "x Two");
        await Expect(Page.Locator("script:not([src]), style, [style], [onclick], [onload]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_session_with_every_kind_of_use_leaves_no_error_in_the_console()
    {
        await OpenAsync("One", "x Two");
        await TypeAsync("Three");
        await EditAsync(0, "Uno");
        await Toggle(2).CheckAsync();
        await ClearCompleted.ClickAsync();
        await Filter("Active").ClickAsync();
        await SavedAsync("Uno");
        Assert.Empty(ConsoleErrors);
    }
}
