using System.Text.RegularExpressions;

namespace Todo.Page.Tests;

public sealed partial class PersistenceTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task Todos_are_there_after_a_reload()
    {
        await OpenAsync();
        await TypeAsync("One");
        await TypeAsync("Two");
        await Toggle(1).CheckAsync();
        await SavedAsync("One", "x Two");
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await Expect(Toggle(1)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Editing_mode_is_not_persisted()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(Item(0)).Not.ToHaveClassAsync(Editing());
    }

    [Fact]
    public async Task A_reload_in_the_middle_of_an_edit_saves_it_as_blur_would()
    {
        await OpenAsync("One");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Uno");
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["Uno"]);
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task Text_in_the_new_todo_input_is_there_after_a_reload()
    {
        await OpenAsync("One");
        await NewTodo.FillAsync("Half a thou");
        await Page.ReloadAsync();
        await Expect(NewTodo).ToHaveValueAsync("Half a thou");
        await Expect(Titles).ToHaveTextAsync(["One"]);
    }

    [Fact]
    public async Task A_reload_right_after_Enter_neither_loses_nor_doubles_the_todo()
    {
        await OpenAsync();
        await TypeAsync("One");
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await SavedAsync("One");
    }

    [Fact]
    public async Task A_creation_whose_response_was_lost_makes_one_todo()
    {
        await OpenAsync();
        await Page.RouteAsync(AllTodos(), async route =>
        {
            if (route.Request.Method == "POST")
                await route.FetchAsync();
            await route.AbortAsync();
        });
        await TypeAsync("One");
        await Expect(OfflineBanner).ToContainTextAsync("1 change waits");
        await Page.UnrouteAllAsync();
        await OfflineBanner.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(OfflineBanner).ToBeHiddenAsync();
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await SavedAsync("One");
    }

    [Fact]
    public async Task A_creation_that_is_tried_again_after_it_arrived_makes_one_todo()
    {
        await OpenAsync();
        await Page.RouteAsync(AllTodos(), async route =>
        {
            await route.FetchAsync();
            await route.FulfillAsync(new() { Status = 503, Body = "{}" });
        }, new() { Times = 1 });
        await TypeAsync("One");
        await Button("Try again").ClickAsync();
        await SavedAsync("One");
        await Expect(Titles).ToHaveTextAsync(["One"]);
        await Expect(Item(0).Locator(".problem")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task No_todo_is_kept_in_the_browser()
    {
        // With spaces, which the tokens that are kept there never hold.
        await OpenAsync("Buy some milk");
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveTextAsync(["Buy some milk"]);
        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length"));
        Assert.DoesNotContain("Buy some milk", await Page.EvaluateAsync<string>("JSON.stringify(Object.values(sessionStorage))"),
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bediting\b")]
    private static partial Regex Editing();
}
