namespace Todo.Page.Tests;

public sealed class ClearCompletedTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task The_button_is_hidden_when_no_todo_is_completed()
    {
        await OpenAsync("One");
        await Expect(ClearCompleted).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_button_appears_with_the_first_completed_todo()
    {
        await OpenAsync("One");
        await Toggle(0).CheckAsync();
        await Expect(ClearCompleted).ToHaveTextAsync("Clear completed");
        await Expect(ClearCompleted).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_button_removes_completed_todos_when_clicked()
    {
        await OpenAsync("One", "x Two", "Three", "x Four");
        await ClearCompleted.ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Three"]);
        await Expect(ClearCompleted).ToBeHiddenAsync();
        await SavedAsync("One", "Three");
    }
}
