using System.Text.Json;

namespace Todo.Page.Tests;

public sealed class ErrorTests(TodoSite site) : PageTest(site)
{
    private const string Broken = """{"status":500,"title":"Internal Server Error","detail":"It broke."}""";

    private static readonly string TooLong = new('x', 201);

    [Fact]
    public async Task A_new_todo_that_is_too_long_goes_back_to_the_input_with_the_reason()
    {
        await OpenAsync("One");
        await TypeAsync(TooLong);
        await Expect(Page.Locator("#new-todo-problem")).ToContainTextAsync("200");
        await Expect(NewTodo).ToHaveValueAsync(TooLong);
        await Expect(NewTodo).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(NewTodo).ToHaveAttributeAsync("aria-describedby", "new-todo-problem");
        await Expect(Titles).ToHaveTextAsync(["One"]);

        await TypeAsync("Short");
        await Expect(Page.Locator("#new-todo-problem")).ToBeHiddenAsync();
        await SavedAsync("One", "Short");
    }

    [Fact]
    public async Task A_refused_todo_stays_in_the_list_when_another_is_being_typed()
    {
        await OpenAsync();
        await Page.RouteAsync(AllTodos(), async route =>
        {
            await NewTodo.FillAsync("The next one");
            await route.ContinueAsync();
        });
        await TypeAsync(TooLong);
        await Expect(Item(0).Locator(".problem")).ToContainTextAsync("200");
        await Expect(Title(0)).ToHaveTextAsync(TooLong);
        await Expect(NewTodo).ToHaveValueAsync("The next one");
    }

    [Fact]
    public async Task An_edit_that_is_too_long_opens_again_with_the_text_and_the_reason()
    {
        await OpenAsync("One");
        await EditAsync(0, TooLong);
        await Expect(Item(0).Locator(".problem")).ToContainTextAsync("200");
        await Expect(Edit(0)).ToHaveValueAsync(TooLong);
        await Expect(Edit(0)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Edit(0)).ToBeFocusedAsync();

        await Edit(0).FillAsync("Uno");
        await Edit(0).PressAsync("Enter");
        await Expect(Item(0).Locator(".problem")).ToBeHiddenAsync();
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task An_edit_that_failed_keeps_the_text_and_can_be_tried_again()
    {
        await OpenAsync("One");
        await FailAsync("PATCH", OneTodo(), 500, Broken);
        await EditAsync(0, "Uno");
        await Expect(Item(0).Locator(".problem")).ToHaveTextAsync("Not saved. It broke.");
        await Expect(Title(0)).ToHaveTextAsync("Uno");

        await Page.UnrouteAllAsync();
        await Button("Try again").ClickAsync();
        await Expect(Item(0).Locator(".problem")).ToBeHiddenAsync();
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task An_edit_that_failed_can_be_discarded()
    {
        await OpenAsync("One");
        await FailAsync("PATCH", OneTodo(), 500, Broken);
        await EditAsync(0, "Uno");
        await Button("Discard").ClickAsync();
        await Expect(Title(0)).ToHaveTextAsync("One");
    }

    [Fact]
    public async Task A_new_todo_that_failed_can_be_tried_again()
    {
        await OpenAsync();
        await FailAsync("POST", AllTodos(), 503, "<html>Service Unavailable</html>");
        await TypeAsync("One");
        await Expect(Item(0).Locator(".problem")).ToHaveTextAsync("Not saved. The server responded with 503.");
        await Page.UnrouteAllAsync();
        await Button("Try again").ClickAsync();
        await SavedAsync("One");
    }

    [Fact]
    public async Task A_completion_that_failed_is_taken_back_with_the_reason()
    {
        await OpenAsync("One");
        await FailAsync("PATCH", OneTodo(), 500, Broken);
        await Toggle(0).ClickAsync();
        await Expect(Item(0).Locator(".problem")).ToHaveTextAsync("Not changed. It broke.");
        await Expect(Toggle(0)).Not.ToBeCheckedAsync();
        await Expect(Status).ToHaveTextAsync("“One”: Not changed. It broke.");
        await Button("Dismiss").ClickAsync();
        await Expect(Item(0).Locator(".problem")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_deletion_that_failed_is_taken_back_with_the_reason()
    {
        await OpenAsync("One", "Two");
        await FailAsync("DELETE", OneTodo(), 500, Broken);
        await Item(0).HoverAsync();
        await Destroy(0).ClickAsync();
        await Expect(Item(0).Locator(".problem")).ToHaveTextAsync("Not deleted. It broke.");
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
    }

    [Fact]
    public async Task A_failure_is_shown_even_where_the_filter_would_hide_its_todo()
    {
        await OpenAsync("One", "Two");
        await Filter("Active").ClickAsync();
        await FailAsync("PATCH", OneTodo(), 500, Broken);
        await Toggle(0).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await Expect(Item(0).Locator(".problem")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_that_cannot_be_loaded_says_so_and_can_be_tried_again()
    {
        await Api.CreateAsync("One");
        await SeedSessionAsync();
        await FailAsync("GET", AllTodos(), 500, Broken);
        await Page.GotoAsync("/");
        var notice = Page.Locator(".notice");
        await Expect(notice).ToContainTextAsync("Your todos could not be loaded. It broke.");
        await Page.UnrouteAllAsync();
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(notice).ToBeHiddenAsync();
    }

    [Fact]
    public async Task While_the_list_is_on_its_way_the_page_says_so()
    {
        await Api.CreateAsync("One");
        await SeedSessionAsync();
        var go = await HoldAsync(AllTodos());
        await Page.GotoAsync("/");
        await Expect(Page.Locator(".loading")).ToBeVisibleAsync();
        await Expect(NewTodo).ToBeFocusedAsync();
        go.SetResult();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(Page.Locator(".loading")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_batch_that_fails_for_one_todo_says_for_which()
    {
        await OpenAsync("One", "Two", "Three");
        // Another device was there first: the second todo is no longer the one that this page knows.
        var second = (await Api.ListAsync())[1];
        await Api.ChangeAsync(second, title: "Due");
        await ToggleAll.ClickAsync();
        await Expect(Page.Locator(".notice")).ToContainTextAsync("1 of 3 todos could not be marked complete.");
        await Expect(Item(1).Locator(".problem")).ToContainTextAsync("changed elsewhere");
        await Expect(Titles).ToHaveTextAsync(["One", "Due", "Three"]);
        await SavedAsync("x One", "Due", "x Three");
    }

    [Fact]
    public async Task A_batch_that_fails_as_a_whole_is_taken_back_as_a_whole()
    {
        await OpenAsync("x One", "x Two");
        await FailAsync("DELETE", AllTodos(), 500, Broken);
        await ClearCompleted.ClickAsync();
        await Expect(Page.Locator(".notice")).ToContainTextAsync("2 of 2 todos could not be deleted.");
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await Expect(Item(1).Locator(".problem")).ToHaveTextAsync("Not deleted. It broke.");
    }

    [Fact]
    public async Task A_problem_without_fields_shows_its_detail_by_the_field()
    {
        await OpenAsync();
        var problem = JsonSerializer.Serialize(new { status = 400, title = "Bad Request", detail = "Not like this." });
        await FailAsync("POST", AllTodos(), 400, problem);
        await TypeAsync("One");
        await Expect(Page.Locator("#new-todo-problem")).ToHaveTextAsync("Not like this.");
        await Expect(NewTodo).ToHaveValueAsync("One");
    }
}
