namespace Todo.Page.Tests;

public sealed class OfflineTests(TodoSite site) : PageTest(site)
{
    [Fact]
    public async Task A_lost_connection_shows_a_banner_and_its_return_takes_it_away()
    {
        await OpenAsync("One");
        await Page.Context.SetOfflineAsync(true);
        await Expect(OfflineBanner).ToContainTextAsync("You are offline.");
        await Page.Context.SetOfflineAsync(false);
        await Expect(OfflineBanner).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Changes_made_offline_are_shown_counted_and_saved_on_return()
    {
        await OpenAsync("One", "Two", "Three", "Four");
        await Page.Context.SetOfflineAsync(true);
        await TypeAsync("Five");
        await EditAsync(0, "Uno");
        await Toggle(1).CheckAsync();
        await Item(2).HoverAsync();
        await Destroy(2).ClickAsync();
        await Expect(OfflineBanner).ToContainTextAsync("4 changes wait to be saved.");
        await Expect(Titles).ToHaveTextAsync(["Uno", "Two", "Four", "Five"]);
        await Expect(Item(0)).ToContainTextAsync("not saved yet");

        await Page.Context.SetOfflineAsync(false);
        await SavedAsync("Uno", "x Two", "Four", "Five");
        await Expect(OfflineBanner).ToBeHiddenAsync();
        await Expect(Titles).ToHaveTextAsync(["Uno", "Two", "Four", "Five"]);
    }

    [Fact]
    public async Task A_change_that_is_taken_back_offline_leaves_the_todo_as_it_was()
    {
        await OpenAsync("One");
        await Page.Context.SetOfflineAsync(true);
        await Toggle(0).CheckAsync();
        await Expect(OfflineBanner).ToContainTextAsync("1 change waits");
        await Toggle(0).UncheckAsync();
        await Expect(OfflineBanner).Not.ToContainTextAsync("1 change waits");
        await Page.Context.SetOfflineAsync(false);
        await Expect(OfflineBanner).ToBeHiddenAsync();
        await SavedAsync("One");
    }

    [Fact]
    public async Task Try_again_reaches_a_server_that_is_back()
    {
        await OpenAsync("One");
        await Page.RouteAsync(OneTodo(), route => route.AbortAsync());
        await Page.RouteAsync(AllTodos(), route => route.AbortAsync());
        await EditAsync(0, "Uno");
        await Expect(OfflineBanner).ToContainTextAsync("The server cannot be reached. 1 change waits to be saved.");
        await Page.UnrouteAllAsync();
        await OfflineBanner.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(OfflineBanner).ToBeHiddenAsync();
        await SavedAsync("Uno");
    }

    [Fact]
    public async Task A_list_that_could_not_be_loaded_offline_is_loaded_on_return()
    {
        await Api.CreateAsync("One");
        await SeedSessionAsync();
        await Page.RouteAsync(AllTodos(), route => route.AbortAsync());
        await Page.GotoAsync("/");
        await Expect(OfflineBanner).ToBeVisibleAsync();
        await TypeAsync("Two");
        await Expect(Titles).ToHaveTextAsync(["Two"]);
        await Expect(OfflineBanner).ToContainTextAsync("1 change waits to be saved.");

        await Page.UnrouteAllAsync();
        await OfflineBanner.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await SavedAsync("One", "Two");
    }

    [Fact]
    public async Task Text_being_typed_stays_while_the_connection_comes_and_goes()
    {
        await OpenAsync("One");
        await NewTodo.FillAsync("Half a thou");
        await StartEditAsync(0);
        await Edit(0).FillAsync("Un");
        await Page.Context.SetOfflineAsync(true);
        await Expect(OfflineBanner).ToBeVisibleAsync();
        await Page.Context.SetOfflineAsync(false);
        await Expect(OfflineBanner).ToBeHiddenAsync();
        await Expect(NewTodo).ToHaveValueAsync("Half a thou");
        await Expect(Edit(0)).ToHaveValueAsync("Un");
        await Expect(Edit(0)).ToBeFocusedAsync();
    }
}
