namespace Todo.Page.Tests;

public sealed class NewTodoTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task The_input_is_focused_when_the_page_is_loaded()
    {
        await OpenAsync();
        await Expect(NewTodo).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pressing_Enter_creates_the_todo()
    {
        await OpenAsync();
        await TypeAsync("Buy milk");
        await Expect(Titles).ToHaveTextAsync(["Buy milk"]);
        await SavedAsync("Buy milk");
    }

    [Fact]
    public async Task Enter_that_a_script_sends_creates_one_todo_too()
    {
        await OpenAsync();
        await NewTodo.FillAsync("Buy milk");
        await NewTodo.DispatchEventAsync("keydown", new { key = "Enter", bubbles = true, cancelable = true });
        await TypeAsync("Buy bread");
        await SavedAsync("Buy milk", "Buy bread");
    }

    [Fact]
    public async Task Enter_that_ends_a_composed_character_creates_nothing()
    {
        await OpenAsync();
        await NewTodo.FillAsync("Buy mil");
        await NewTodo.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, bubbles = true });
        await Expect(NewTodo).ToHaveValueAsync("Buy mil");
        await Expect(Items).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_new_todo_is_appended_to_the_list()
    {
        await OpenAsync("First");
        await TypeAsync("Second");
        await TypeAsync("Third");
        await Expect(Titles).ToHaveTextAsync(["First", "Second", "Third"]);
        await SavedAsync("First", "Second", "Third");
    }

    [Fact]
    public async Task Pressing_Enter_clears_the_input()
    {
        await OpenAsync();
        await TypeAsync("Buy milk");
        await Expect(NewTodo).ToHaveValueAsync("");
        await Expect(NewTodo).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_input_is_trimmed()
    {
        await OpenAsync();
        // The API trims too, so only the request shows that the page did.
        var request = await Page.RunAndWaitForRequestAsync(
            () => TypeAsync("   Buy milk \t "), request => request.Method == "POST");
        Assert.EndsWith(""","title":"Buy milk"}""", request.PostData, StringComparison.Ordinal);
        await Expect(Title(0)).ToHaveJSPropertyAsync("textContent", "Buy milk");
        await SavedAsync("Buy milk");
    }

    [Theory]
    [InlineData("")]
    [InlineData("    ")]
    public async Task Nothing_is_created_from_an_empty_input(string text)
    {
        await OpenAsync("Here already");
        await TypeAsync(text);
        await TypeAsync("After it");
        await Expect(Titles).ToHaveTextAsync(["Here already", "After it"]);
        await SavedAsync("Here already", "After it");
    }

    [Fact]
    public async Task Todos_typed_faster_than_the_server_responds_keep_their_order()
    {
        await OpenAsync();
        for (var number = 1; number <= 8; number++)
            await TypeAsync($"Todo {number}");
        await SavedAsync([.. Enumerable.Range(1, 8).Select(number => $"Todo {number}")]);
    }
}
