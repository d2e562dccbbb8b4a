using System.Text.RegularExpressions;

namespace Todo.Page.Tests;

public sealed partial class EditingTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Editing_hides_the_other_controls()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Expect(Toggle(0)).ToBeHiddenAsync();
        await Expect(Title(0)).ToBeHiddenAsync();
        await Expect(Destroy(0)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Editing_brings_forward_a_focused_input_that_holds_the_title()
    {
        await OpenAsync("One", "Two");
        await Title(1).DblClickAsync();
        await Expect(Edit(1)).ToBeVisibleAsync();
        await Expect(Edit(1)).ToHaveValueAsync("Two");
        await Expect(Edit(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Until_editing_starts_the_input_is_there_but_hidden()
    {
        await OpenAsync("One");
        await Expect(Edit(0)).ToHaveCountAsync(1);
        await Expect(Edit(0)).ToBeHiddenAsync();
        await Expect(Edit(0)).ToHaveValueAsync("One");
    }

    [Fact]
    public async Task Enter_saves_the_edit_and_leaves_editing()
    {
        await OpenAsync("One", "Two");
        await EditAsync(0, "Uno");
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
        await Expect(Titles).ToHaveTextAsync(["Uno", "Two"]);
        await SavedAsync("Uno", "Two");
    }

    [Fact]
    public async Task Blur_saves_the_edit_and_leaves_editing()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Uno");
        await NewTodo.ClickAsync();
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
        await Expect(NewTodo).ToBeFocusedAsync();
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task Going_to_another_window_saves_the_edit()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Uno");
        await LeaveTheWindowAsync();
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task Going_to_another_window_with_the_field_empty_keeps_the_todo()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("");
        await LeaveTheWindowAsync();
        await Expect(Edit(0)).ToBeFocusedAsync();
        await Edit(0).PressAsync("Escape");
        await Expect(Titles).ToHaveTextAsync(["One"]);
    }

    [Fact]
    public async Task The_edit_is_trimmed()
    {
        await OpenAsync("One");
        var request = await Page.RunAndWaitForRequestAsync(
            () => EditAsync(0, "   Uno   "), request => request.Method == "PATCH");
        Assert.Equal("""{"title":"Uno","version":1}""", request.PostData);
        await Expect(Title(0)).ToHaveJSPropertyAsync("textContent", "Uno");
        await SavedAsync("Uno");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_edit_destroys_the_todo(string text)
    {
        await OpenAsync("One", "Two");
        await EditAsync(0, text);
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await SavedAsync("Two");
    }

    [Fact]
    public async Task An_edit_that_is_left_empty_destroys_the_todo()
    {
        await OpenAsync("One", "Two");
        await StartEditAsync(0);
        await Edit(0).FillAsync(" ");
        await NewTodo.ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await SavedAsync("Two");
    }

    [Fact]
    public async Task Escape_leaves_editing_and_discards_the_changes()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Uno");
        await Edit(0).PressAsync("Escape");
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
        await Expect(Title(0)).ToHaveTextAsync("One");
        await TypeAsync("Two");
        await SavedAsync("One", "Two");
    }

    [Fact]
    public async Task Editing_starts_anew_with_the_title_after_Escape()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Uno");
        await Edit(0).PressAsync("Escape");
        await StartEditAsync(0);
        await Expect(Edit(0)).ToHaveValueAsync("One");
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_sends_nothing()
    {
        await OpenAsync("One");
        var sent = new List<string>();
        Page.Request += (_, request) => sent.Add(request.Method);
        await EditAsync(0, "One");
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
        Assert.Empty(sent);
    }

    // A headless window always has the focus, so a script takes it away.
    private async Task LeaveTheWindowAsync() => await Page.EvaluateAsync("""
        document.hasFocus = () => false;
        document.activeElement.dispatchEvent(new FocusEvent('blur'));
        """);

    [GeneratedRegex(@"\bediting\b")]
    private static partial Regex Editing();
}
