namespace Todo.Page.Tests;

/// <summary>Another device of the same user changes a todo between the page's reading and its writing.</summary>
public sealed class ConflictTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task A_conflict_shows_both_texts_and_keeps_mine()
    {
        await ConflictAsync();
        await Expect(Item(0).Locator(".mine")).ToHaveTextAsync("Mine");
        await Expect(Item(0).Locator(".theirs")).ToHaveTextAsync("Theirs");
        await Expect(Title(0)).ToHaveTextAsync("Mine");
        await Expect(Item(0).Locator(".problem")).ToContainTextAsync("changed elsewhere");
        await Expect(Status).ToContainTextAsync("changed elsewhere");
        await SavedAsync("Theirs", "Two");
    }

    [Fact]
    public async Task Save_mine_writes_my_text_over_theirs()
    {
        await ConflictAsync();
        await Button("Save mine").ClickAsync();
        await Expect(Item(0).Locator(".outcome")).ToBeHiddenAsync();
        await Expect(Titles).ToHaveTextAsync(["Mine", "Two"]);
        await SavedAsync("Mine", "Two");
    }

    [Fact]
    public async Task Take_theirs_lets_their_text_stand()
    {
        await ConflictAsync();
        await Button("Take theirs").ClickAsync();
        await Expect(Item(0).Locator(".outcome")).ToBeHiddenAsync();
        await Expect(Titles).ToHaveTextAsync(["Theirs", "Two"]);
        await EditAsync(0, "Later");
        await SavedAsync("Later", "Two");
    }

    [Fact]
    public async Task The_same_text_on_both_sides_is_no_conflict_to_decide()
    {
        await OpenAsync("One");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Same");
        await EditAsync(0, "Same");
        await Expect(Title(0)).ToHaveTextAsync("Same");
        await Expect(Item(0).Locator(".versions")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_completion_of_a_changed_todo_is_taken_back_and_shows_it_as_it_is()
    {
        await OpenAsync("One");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Changed");
        await Toggle(0).ClickAsync();
        await Expect(Title(0)).ToHaveTextAsync("Changed");
        await Expect(Toggle(0)).Not.ToBeCheckedAsync();
        await Expect(Item(0).Locator(".problem")).ToContainTextAsync("changed elsewhere");
        await SavedAsync("Changed");
    }

    [Fact]
    public async Task A_completion_that_was_made_elsewhere_too_is_not_reported()
    {
        await OpenAsync("One", "Two");
        await Api.ChangeAsync((await Api.ListAsync())[0], completed: true);
        await Page.RunAndWaitForResponseAsync(() => Toggle(0).CheckAsync(), response => response.Request.Method == "GET");
        // When the response to one more request is here, the page has dealt with the first.
        await TypeAsync("Three");
        await Expect(Status).ToHaveTextAsync("Added.");
        await Expect(Toggle(0)).ToBeCheckedAsync();
        await Expect(Item(0).Locator(".problem")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_edit_of_a_deleted_todo_can_be_saved_as_a_new_one()
    {
        await OpenAsync("One", "Two");
        await Api.DeleteAsync((await Api.ListAsync())[0]);
        await EditAsync(0, "Mine");
        await Expect(Item(0).Locator(".problem")).ToContainTextAsync("deleted elsewhere");
        await Button("Save mine as new").ClickAsync();
        await SavedAsync("Two", "Mine");
    }

    [Fact]
    public async Task An_edit_of_a_deleted_todo_can_be_let_go()
    {
        await OpenAsync("One", "Two");
        await Api.DeleteAsync((await Api.ListAsync())[0]);
        await EditAsync(0, "Mine");
        await Button("Let it go").ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await SavedAsync("Two");
    }

    [Fact]
    public async Task Deleting_what_was_deleted_elsewhere_is_done()
    {
        await OpenAsync("One", "Two");
        await Api.DeleteAsync((await Api.ListAsync())[0]);
        await Item(0).HoverAsync();
        await Destroy(0).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Expect(Status).ToHaveTextAsync("Deleted.");
    }

    [Fact]
    public async Task An_edit_made_offline_meets_what_was_changed_meanwhile()
    {
        await OpenAsync("One");
        await Page.Context.SetOfflineAsync(true);
        await EditAsync(0, "Mine");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Theirs");
        await Page.Context.SetOfflineAsync(false);
        await Expect(Item(0).Locator(".theirs")).ToHaveTextAsync("Theirs");
        await Expect(Title(0)).ToHaveTextAsync("Mine");
    }

    [Fact]
    public async Task Clearing_completed_todos_also_clears_one_in_conflict()
    {
        await OpenAsync("x One", "Two");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Theirs");
        await EditAsync(0, "Mine");
        await Expect(Item(0).Locator(".versions")).ToBeVisibleAsync();
        await ClearCompleted.ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await SavedAsync("Two");
    }

    [Fact]
    public async Task An_open_edit_outlives_the_deletion_of_its_todo_elsewhere()
    {
        await OpenAsync("One", "Two");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Mine");
        await Page.Context.SetOfflineAsync(true);
        await Expect(OfflineBanner).ToBeVisibleAsync();
        await Api.DeleteAsync((await Api.ListAsync())[0]);
        await Page.Context.SetOfflineAsync(false);
        await Expect(OfflineBanner).ToBeHiddenAsync();
        // What is only being edited comes after what the server has.
        await Expect(Edit(1)).ToHaveValueAsync("Mine");
        await Edit(1).PressAsync("Enter");
        await Expect(Item(1).Locator(".problem")).ToContainTextAsync("deleted elsewhere");
    }

    private async Task ConflictAsync()
    {
        await OpenAsync("One", "Two");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Theirs");
        await EditAsync(0, "Mine");
        await Expect(Item(0).Locator(".versions")).ToBeVisibleAsync();
    }
}
