namespace Todo.Page.Tests;

public sealed class NoTodosTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Without_todos_main_and_footer_are_hidden()
    {
        await OpenAsync();
        await Expect(Main).ToBeHiddenAsync();
        await Expect(Footer).ToBeHiddenAsync();
    }

    [Fact]
    public async Task With_the_first_todo_main_and_footer_appear()
    {
        await OpenAsync();
        await TypeAsync("Buy milk");
        await Expect(Main).ToBeVisibleAsync();
        await Expect(Footer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_the_last_todo_main_and_footer_go()
    {
        await OpenAsync("Buy milk");
        await Item(0).HoverAsync();
        await Destroy(0).ClickAsync();
        await Expect(Main).ToBeHiddenAsync();
        await Expect(Footer).ToBeHiddenAsync();
    }
}
