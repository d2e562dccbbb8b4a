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
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "New todo" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_happened_is_announced()
    {
        await OpenAsync("One");
        await Expect(Status).ToHaveTextAsync("1 todo loaded.");
        await TypeAsync("Two");
        await Expect(Status).ToHaveTextAsync("Added “Two”.");
        await EditAsync(1, "Due");
        await Expect(Status).ToHaveTextAsync("Saved “Due”.");
        await ToggleAll.CheckAsync();
        await Expect(Status).ToHaveTextAsync("2 todos marked complete.");
        await ClearCompleted.ClickAsync();
        await Expect(Status).ToHaveTextAsync("2 todos deleted.");
    }

    [Fact]
    public async Task The_selected_filter_is_the_current_one()
    {
        await OpenAsync("One");
        await Filter("Active").ClickAsync();
        await Expect(Page.Locator(".filters a[aria-current]")).ToHaveTextAsync(["Active"]);
    }
}
