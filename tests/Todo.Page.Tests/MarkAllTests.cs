namespace Todo.Page.Tests;

public sealed class MarkAllTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Mark_all_completes_every_todo()
    {
        await OpenAsync("One", "x Two", "Three");
        await ToggleAll.CheckAsync();
        await Expect(Page.Locator(".todo-list > li.completed")).ToHaveCountAsync(3);
        await SavedAsync("x One", "x Two", "x Three");
    }

    [Fact]
    public async Task Unmark_all_makes_every_todo_active()
    {
        await OpenAsync("x One", "x Two");
        await ToggleAll.UncheckAsync();
        await Expect(Page.Locator(".todo-list > li.completed")).ToHaveCountAsync(0);
        await SavedAsync("One", "Two");
    }

    [Fact]
    public async Task Mark_all_also_reaches_todos_that_the_filter_hides()
    {
        await OpenAsync("One", "Two");
        await Filter("Completed").ClickAsync();
        await ToggleAll.CheckAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await SavedAsync("x One", "x Two");
    }

    [Fact]
    public async Task The_checkbox_is_cleared_after_clear_completed()
    {
        await OpenAsync("x One", "x Two");
        await Expect(ToggleAll).ToBeCheckedAsync();
        await ClearCompleted.ClickAsync();
        await Expect(Items).ToHaveCountAsync(0);
        await TypeAsync("Three");
        await Expect(ToggleAll).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_checkbox_is_checked_when_the_last_todo_is_completed_by_itself()
    {
        await OpenAsync("One", "x Two");
        await Expect(ToggleAll).Not.ToBeCheckedAsync();
        await Toggle(0).CheckAsync();
        await Expect(ToggleAll).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_checkbox_is_unchecked_when_one_todo_becomes_active()
    {
        await OpenAsync("x One", "x Two");
        await Toggle(1).UncheckAsync();
        await Expect(ToggleAll).Not.ToBeCheckedAsync();
    }
}
