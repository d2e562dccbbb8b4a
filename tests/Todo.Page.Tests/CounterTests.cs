namespace Todo.Page.Tests;

public sealed class CounterTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task The_counter_says_0_items_when_all_are_completed()
    {
        await OpenAsync("x One");
        await Expect(Count).ToHaveTextAsync("0 items left");
    }

    [Fact]
    public async Task The_counter_says_1_item_for_one_active_todo()
    {
        await OpenAsync("One", "x Two");
        await Expect(Count).ToHaveTextAsync("1 item left");
    }

    [Fact]
    public async Task The_counter_says_2_items_for_two_active_todos()
    {
        await OpenAsync("One", "Two");
        await Expect(Count).ToHaveTextAsync("2 items left");
    }

    [Fact]
    public async Task The_number_is_wrapped_by_a_strong_tag()
    {
        await OpenAsync("One", "Two");
        await Expect(Count.Locator("strong")).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task The_counter_follows_every_change()
    {
        await OpenAsync("One");
        await TypeAsync("Two");
        await Expect(Count).ToHaveTextAsync("2 items left");
        await Toggle(0).CheckAsync();
        await Expect(Count).ToHaveTextAsync("1 item left");
        await ToggleAll.CheckAsync();
        await Expect(Count).ToHaveTextAsync("0 items left");
    }
}
