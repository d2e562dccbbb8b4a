namespace Todo.Page.Tests;

/// <summary>No pointer: the keyboard alone reaches and does everything, and the focus is never lost.</summary>
public sealed class KeyboardTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Tab_reaches_every_control_in_the_order_they_are_seen()
    {
        await OpenAsync("One", "x Two");
        string[] expected =
        [
            "toggle-all", "toggle", "start-edit", "destroy", "toggle", "start-edit", "destroy",
            "selected", "#/active", "#/completed", "clear-completed",
        ];
        var reached = new List<string>();
        foreach (var _ in expected)
        {
            await PressAsync("Tab");
            reached.Add(await Page.EvaluateAsync<string>(
                "document.activeElement.className || document.activeElement.getAttribute('href')"));
        }
        Assert.Equal(expected, reached);
    }

    [Fact]
    public async Task A_todo_is_added_completed_edited_and_deleted_by_keys_alone()
    {
        await OpenAsync();
        await Page.Keyboard.TypeAsync("One");
        await PressAsync("Enter");
        await Expect(Items).ToHaveCountAsync(1);
        await PressAsync("Tab", "Tab", "Space");
        await Expect(Toggle(0)).ToBeCheckedAsync();
        await SavedAsync("x One");

        await PressAsync("Tab", "Enter");
        await Expect(Edit(0)).ToBeFocusedAsync();
        await PressAsync("Control+a");
        await Page.Keyboard.TypeAsync("Uno");
        await PressAsync("Enter");
        await SavedAsync("x Uno");

        await Expect(Item(0).Locator(".start-edit")).ToBeFocusedAsync();
        await PressAsync("Tab", "Enter");
        await Expect(Items).ToHaveCountAsync(0);
        await Expect(NewTodo).ToBeFocusedAsync();
        await SavedAsync();
    }

    [Fact]
    public async Task F2_on_a_todo_starts_editing_and_Escape_gives_the_focus_back()
    {
        await OpenAsync("One", "Two");
        await Toggle(1).FocusAsync();
        await PressAsync("F2");
        await Expect(Edit(1)).ToBeFocusedAsync();
        await PressAsync("Escape");
        await Expect(Item(1).Locator(".start-edit")).ToBeFocusedAsync();
        await Expect(Edit(1)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task After_a_deletion_the_focus_is_on_the_todo_that_took_its_place()
    {
        await OpenAsync("One", "Two", "Three");
        await Destroy(1).FocusAsync();
        await PressAsync("Enter");
        await Expect(Titles).ToHaveTextAsync(["One", "Three"]);
        await Expect(Toggle(1)).ToBeFocusedAsync();
        await Destroy(1).FocusAsync();
        await PressAsync("Enter");
        await Expect(Toggle(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task When_the_filter_takes_a_todo_away_the_focus_goes_to_the_next()
    {
        await OpenAsync("One", "Two");
        await Filter("Active").ClickAsync();
        await Toggle(0).FocusAsync();
        await PressAsync("Space");
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Expect(Toggle(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_clear_completed_the_focus_is_on_the_new_todo_input()
    {
        await OpenAsync("One", "x Two");
        await ClearCompleted.FocusAsync();
        await PressAsync("Enter");
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(NewTodo).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_conflict_is_decided_by_keys_and_the_focus_stays_on_the_todo()
    {
        await OpenAsync("One");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Theirs");
        await EditAsync(0, "Mine");
        await Button("Save mine").FocusAsync();
        await PressAsync("Enter");
        await Expect(Item(0).Locator(".versions")).ToBeHiddenAsync();
        await Expect(Toggle(0)).ToBeFocusedAsync();
        await SavedAsync("Mine");
    }

    [Fact]
    public async Task Enter_that_ends_a_composed_character_does_not_end_the_edit()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, bubbles = true });
        await Expect(Edit(0)).ToBeFocusedAsync();
    }

    private async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }
}
