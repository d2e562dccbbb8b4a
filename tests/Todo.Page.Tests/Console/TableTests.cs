namespace Todo.Page.Tests.Console;

public sealed class TableTests(TodoSite site) : ConsoleTest(site)
{
    private ILocator Rows => Page.Locator("table.items tbody tr");

    private ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    [Fact]
    public async Task A_table_is_searched_by_its_key()
    {
        var table = await CreateTableAsync(12);
        await Page.GotoAsync("/_local/tables");
        await Link(table).ClickAsync();
        await Expect(Rows).ToHaveCountAsync(12);

        await Page.GetByLabel("owner", new() { Exact = true }).FillAsync("ann");
        await Page.GetByLabel("at begins with").FillAsync("b0");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Rows).ToHaveCountAsync(5);
        await Expect(Page.GetByLabel("at begins with")).ToHaveValueAsync("b0");
        await Link("Show all items").ClickAsync();
        await Expect(Rows).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task The_pages_go_forward_and_back()
    {
        var table = await CreateTableAsync(30);
        await Page.GotoAsync($"/_local/tables/{table}");
        await Expect(Rows).ToHaveCountAsync(25);

        await Link("Next page").ClickAsync();
        await Expect(Rows).ToHaveCountAsync(5);
        await Expect(Link("Next page")).ToHaveCountAsync(0);
        await Link("Previous page").ClickAsync();
        await Expect(Rows).ToHaveCountAsync(25);
        await Expect(Rows.First).ToContainTextAsync("a00");
    }

    [Fact]
    public async Task An_item_is_edited_and_a_change_in_between_is_shown()
    {
        var table = await CreateTableAsync(1);
        await Page.GotoAsync($"/_local/tables/{table}");
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await EditAsync("Mine");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The item is saved.");

        await PutAsync(table, 0, "\"text\":{\"S\":\"Theirs\"}");
        await EditAsync("Mine again");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing is saved.");
        await Expect(Page.GetByLabel("The item now")).ToContainTextAsync("Theirs");
        await Button("Save mine in its place").ClickAsync();

        await Page.GotoAsync($"/_local/tables/{table}");
        await Expect(Rows).ToHaveTextAsync(["\"ann\"\"a00\"\"Mine again\""]);
    }

    [Fact]
    public async Task An_item_is_added_and_deleted_after_a_question()
    {
        var table = await CreateTableAsync(0);
        await Page.GotoAsync($"/_local/tables/{table}");
        await Link("Add an item").ClickAsync();
        await Page.GetByLabel("The item as plain JSON").FillAsync("""{"owner":"bob","at":"x","n":1}""");
        await Button("Save").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The item is saved.");

        await Link("Delete the item").ClickAsync();
        await Link("Keep the item").ClickAsync();
        await Link("Delete the item").ClickAsync();
        await Button("Delete").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The item is deleted.");
        await Expect(Rows).ToHaveCountAsync(0);
    }

    private async Task EditAsync(string text)
    {
        var editor = Page.GetByLabel("The item as plain JSON");
        await editor.FillAsync($$"""{"owner":"ann","at":"a00","text":"{{text}}"}""");
        await Button("Save").ClickAsync();
    }
}
