namespace Todo.Page.Tests;

public sealed class ScreenReaderTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Each_control_of_a_todo_names_the_todo()
    {
        await OpenAsync("Buy milk");
        await Expect(Page.GetByRole(AriaRole.Checkbox, new() { Name = "Buy milk" })).ToHaveCountAsync(1);
        await Expect(Button("Edit “Buy milk”")).ToHaveCountAsync(1);
        await Expect(Button("Delete “Buy milk”")).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "What needs to be done?" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_happened_is_announced()
    {
        await OpenAsync("One");
        await Expect(Status).ToHaveTextAsync("Your list is loaded.");
        await TypeAsync("Two");
        await Expect(Status).ToHaveTextAsync("Added.");
        await EditAsync(1, "Due");
        await Expect(Status).ToHaveTextAsync("Saved.");
        await ToggleAll.CheckAsync();
        await Expect(Status).ToHaveTextAsync("2 todos marked complete.");
        await ClearCompleted.ClickAsync();
        await Expect(Status).ToHaveTextAsync("2 todos deleted.");
    }

    [Fact]
    public async Task The_same_announcement_twice_is_made_twice()
    {
        await OpenAsync();
        await TypeAsync("One");
        await Expect(Status).ToHaveTextAsync("Added.");
        var again = Page.EvaluateAsync("""
            () => new Promise((said) => new MutationObserver(said)
              .observe(document.querySelector('#status'), { childList: true }))
            """);
        await TypeAsync("Two");
        await again;
        await Expect(Status).ToHaveTextAsync("Added.");
    }

    [Fact]
    public async Task The_page_has_one_heading_signed_in_or_out()
    {
        await Page.GotoAsync("/");
        await Expect(SignInButton).ToBeVisibleAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync("todos");
        await Expect(Page.Locator("h1")).ToBeVisibleAsync();
        await OpenAsync();
        await Expect(Page.Locator(".header > h1")).ToBeVisibleAsync();
        await Expect(Page.Locator("h1")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_selected_filter_is_the_current_one()
    {
        await OpenAsync("One");
        await Filter("Active").ClickAsync();
        await Expect(Page.Locator(".filters a[aria-current]")).ToHaveTextAsync(["Active"]);
    }
}
