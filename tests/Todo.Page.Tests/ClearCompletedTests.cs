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

    [Fact]
    public async Task The_button_also_removes_todos_that_wait_for_their_turn_to_be_created()
    {
        await OpenAsync();
        var response = await HoldAsync(AllTodos());
        await TypeAsync("One");
        await TypeAsync("Two");
        await TypeAsync("Three");
        await ToggleAll.CheckAsync();
        await ClearCompleted.ClickAsync();
        await Expect(Items).ToHaveCountAsync(0);
        await TypeAsync("Four");
        response.SetResult();
        await SavedAsync("Four");
        await Expect(Titles).ToHaveTextAsync(["Four"]);
    }

    [Fact]
    public async Task The_button_removes_all_where_a_load_balancer_passes_on_the_last_id_alone()
    {
        await OpenAsync("One", "x Two", "x Three", "x Four");
        await Page.RouteAsync(AllTodos(), route => route.Request.Method == "DELETE"
            ? route.ContinueAsync(new() { Url = $"{route.Request.Url.Split('?')[0]}?{route.Request.Url.Split('&')[^1]}" })
            : route.FallbackAsync());
        await ClearCompleted.ClickAsync();
        await SavedAsync("One");
        await Expect(Titles).ToHaveTextAsync(["One"]);
    }

    [Fact]
    public async Task A_todo_that_cannot_be_deleted_by_itself_says_why()
    {
        await OpenAsync("One", "x Two", "x Three");
        await Page.RouteAsync(AllTodos(), route => route.Request.Method == "DELETE"
            ? route.ContinueAsync(new() { Url = $"{route.Request.Url.Split('?')[0]}?{route.Request.Url.Split('&')[^1]}" })
            : route.FallbackAsync());
        await FailAsync("DELETE", OneTodo(), 503, """{"title":"Busy"}""");
        await ClearCompleted.ClickAsync();
        await Expect(Items).ToHaveCountAsync(2);
        await Expect(Item(1)).ToContainTextAsync("Busy");
    }
}
