using System.Text.RegularExpressions;

namespace Todo.Page.Tests;

public sealed partial class ItemTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task The_text_of_a_line_is_the_title_alone()
    {
        await OpenAsync("One", "x Two");
        await Expect(Item(0)).ToHaveJSPropertyAsync("textContent", "One");
        await EditAsync(1, "Due");
        await Expect(Item(1)).ToHaveJSPropertyAsync("textContent", "Due");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Uno");
        await Toggle(0).ClickAsync();
        await Button("Dismiss").ClickAsync();
        await Expect(Item(0)).ToHaveJSPropertyAsync("textContent", "Uno");
    }

    [Fact]
    public async Task The_title_of_a_new_todo_stands_once_on_the_page()
    {
        await OpenAsync();
        await TypeAsync("One");
        await Expect(Status).ToHaveTextAsync("Added.");
        await Expect(Page.GetByText("One")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Clicking_the_checkbox_completes_the_todo_and_marks_its_line()
    {
        await OpenAsync("One", "Two");
        await Toggle(1).ClickAsync();
        await Expect(Item(1)).ToHaveClassAsync(Completed());
        await Expect(Item(0)).Not.ToHaveClassAsync(Completed());
        await SavedAsync("One", "x Two");
    }

    [Fact]
    public async Task Clicking_the_checkbox_again_makes_the_todo_active()
    {
        await OpenAsync("x One");
        await Toggle(0).ClickAsync();
        await Expect(Item(0)).Not.ToHaveClassAsync(Completed());
        await SavedAsync("One");
    }

    [Fact]
    public async Task Clicks_faster_than_the_server_end_with_the_last_one()
    {
        await OpenAsync("One");
        for (var click = 0; click < 5; click++)
            await Toggle(0).ClickAsync();
        await Expect(Toggle(0)).ToBeCheckedAsync();
        await SavedAsync("x One");
    }

    [Fact]
    public async Task Double_clicking_the_title_starts_editing()
    {
        await OpenAsync("One");
        await Title(0).DblClickAsync();
        await Expect(Item(0)).ToHaveClassAsync(Editing());
    }

    [Fact]
    public async Task Hovering_over_the_todo_shows_the_remove_button()
    {
        await OpenAsync("One", "Two");
        await Expect(Destroy(1)).ToHaveCSSAsync("opacity", "0");
        await Item(1).HoverAsync();
        await Expect(Destroy(1)).ToHaveCSSAsync("opacity", "1");
        await Expect(Destroy(0)).ToHaveCSSAsync("opacity", "0");
    }

    [Fact]
    public async Task The_remove_button_deletes_the_todo()
    {
        await OpenAsync("One", "Two");
        await Item(0).HoverAsync();
        await Destroy(0).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await SavedAsync("Two");
    }

    [Fact]
    public async Task A_todo_deleted_while_it_waits_for_its_turn_does_not_come_back()
    {
        await OpenAsync();
        var response = await HoldAsync(AllTodos());
        await TypeAsync("One");
        await TypeAsync("Two");
        await TypeAsync("Three");
        await ToggleAll.CheckAsync();
        await Item(2).HoverAsync();
        await Destroy(2).ClickAsync();
        response.SetResult();
        await Expect(Status).ToContainTextAsync("marked complete");
        await SavedAsync("x One", "x Two");
    }

    [Fact]
    public async Task A_title_runs_the_way_its_letters_do()
    {
        await OpenAsync("שלום");
        await Expect(Title(0)).ToHaveCSSAsync("direction", "rtl");
        await NewTodo.FillAsync("مرحبا");
        await Expect(NewTodo).ToHaveCSSAsync("direction", "rtl");
        await StartEditAsync(0);
        await Expect(Edit(0)).ToHaveCSSAsync("direction", "rtl");
    }

    [GeneratedRegex(@"\bcompleted\b")]
    private static partial Regex Completed();

    [GeneratedRegex(@"\bediting\b")]
    private static partial Regex Editing();
}
