namespace Todo.Page.Tests;

public sealed class LayoutTests(TodoSite site) : PageTest(site)
{
    protected override BrowserNewContextOptions Context => new()
    {
        ViewportSize = new() { Width = 320, Height = 640 },
        HasTouch = true,
        IsMobile = true,
    };

    [Fact]
    public async Task A_phones_width_holds_the_page_without_scrolling_sideways()
    {
        await OpenAsync(new string('w', 200), "x A todo with a title of many words that has to go on for more than one line");
        await Page.Context.SetOfflineAsync(true);
        await Toggle(0).CheckAsync();
        await Expect(OfflineBanner).ToBeVisibleAsync();
        Assert.Equal(320, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Where_nothing_can_hover_the_buttons_of_a_todo_are_there()
    {
        await OpenAsync("One");
        await Expect(Destroy(0)).ToHaveCSSAsync("opacity", "1");
        await Item(0).Locator(".start-edit").TapAsync();
        await Expect(Edit(0)).ToBeFocusedAsync();
    }
}
