using System.Text.RegularExpressions;

namespace Todo.Page.Tests;

public sealed partial class RoutingTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task The_default_route_shows_all_todos()
    {
        await OpenAsync("One", "x Two");
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await Expect(Filter("All")).ToHaveClassAsync(Selected());
    }

    [Theory]
    [InlineData("#/", "All", new[] { "One", "Two", "Three" })]
    [InlineData("#/active", "Active", new[] { "One", "Three" })]
    [InlineData("#/completed", "Completed", new[] { "Two" })]
    [InlineData("#!/", "All", new[] { "One", "Two", "Three" })]
    [InlineData("#!/active", "Active", new[] { "One", "Three" })]
    public async Task A_route_filters_the_list_and_selects_its_link(string route, string link, string[] shown)
    {
        await OpenAsync("One", "x Two", "Three");
        await Page.GotoAsync($"/{route}");
        await Expect(Titles).ToHaveTextAsync(shown);
        await Expect(Page.Locator(".filters a.selected")).ToHaveTextAsync([link]);
    }

    [Fact]
    public async Task Clicking_a_filter_goes_to_its_route()
    {
        await OpenAsync("One", "x Two");
        await Filter("Active").ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("#/active$"));
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Filter("Completed").ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("#/completed$"));
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Filter("All").ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("#/$"));
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
    }

    [Fact]
    public async Task The_back_button_goes_back_to_the_filter_before()
    {
        await OpenAsync("One", "x Two");
        await Filter("Active").ClickAsync();
        await Filter("Completed").ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Page.GoBackAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(Filter("Active")).ToHaveClassAsync(Selected());
    }

    [Fact]
    public async Task A_todo_completed_under_Active_is_hidden()
    {
        await OpenAsync("One", "Two");
        await Filter("Active").ClickAsync();
        await Toggle(0).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
    }

    [Fact]
    public async Task A_todo_made_active_under_Completed_is_hidden()
    {
        await OpenAsync("x One", "x Two");
        await Filter("Completed").ClickAsync();
        await Toggle(1).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
    }

    [Fact]
    public async Task A_todo_added_under_Completed_is_hidden_but_counted()
    {
        await OpenAsync("x One");
        await Filter("Completed").ClickAsync();
        await TypeAsync("Two");
        await Expect(Count).ToHaveTextAsync("1 item left");
        await Expect(Titles).ToHaveTextAsync(["One"]);
    }

    [Fact]
    public async Task The_active_filter_is_kept_on_reload()
    {
        await OpenAsync("One", "x Two");
        await Filter("Completed").ClickAsync();
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Expect(Filter("Completed")).ToHaveClassAsync(Selected());
    }

    [GeneratedRegex(@"\bselected\b")]
    private static partial Regex Selected();
}
