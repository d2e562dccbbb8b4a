using System.Text.RegularExpressions;

namespace Todo.Page.Tests;

public sealed partial class SignInTests(TodoSite site) : PageTest(site)
{
    private ILocator SignInProblem => Page.Locator(".sign-in .problem");

    [Fact]
    public async Task Without_a_session_the_page_offers_to_sign_in_and_shows_no_list()
    {
        await Page.GotoAsync("/");
        await Expect(SignInButton).ToBeVisibleAsync();
        await Expect(NewTodo).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Signing_in_at_the_issuer_leads_to_the_users_list()
    {
        await Api.CreateAsync("Mine");
        await Page.GotoAsync("/");
        await SignInAsync(User);
        await Expect(Titles).ToHaveTextAsync(["Mine"]);
        await Expect(Page.Locator(".user")).ToHaveTextAsync(User);
    }

    [Fact]
    public async Task Each_user_sees_their_own_todos()
    {
        await Api.CreateAsync("Mine");
        await Page.GotoAsync("/");
        await SignInAsync($"{User}-other");
        await Expect(Page.Locator(".empty")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_code_is_gone_from_the_address_and_the_route_is_kept()
    {
        await Page.GotoAsync("/#/completed");
        await SignInAsync(User);
        await Expect(NewTodo).ToBeVisibleAsync();
        Assert.Equal(new Uri(Address, "/#/completed").ToString(), Page.Url);
    }

    [Fact]
    public async Task The_request_carries_a_state_and_a_PKCE_challenge()
    {
        await Page.GotoAsync("/");
        await SignInButton.ClickAsync();
        await Expect(Page).ToHaveURLAsync(AuthorizePage());
        Assert.Contains("response_type=code", Page.Url, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", Page.Url, StringComparison.Ordinal);
        Assert.Matches(@"[?&]code_challenge=[A-Za-z0-9_-]{43}(&|$)", Page.Url);
        Assert.Matches(@"[?&]state=[A-Za-z0-9_-]{43}(&|$)", Page.Url);
    }

    [Fact]
    public async Task A_response_with_another_state_signs_nobody_in()
    {
        await Page.GotoAsync("/");
        await SignInButton.ClickAsync();
        await Expect(Page).ToHaveURLAsync(AuthorizePage());
        await Page.GotoAsync("/?code=stolen&state=forged");
        await Expect(SignInProblem).ToHaveTextAsync("That sign-in was not started from this tab. Sign in again.");
        Assert.DoesNotContain("code=", Page.Url, StringComparison.Ordinal);
        Assert.Null(await Page.EvaluateAsync<string?>("sessionStorage.getItem('todo.session')"));
    }

    [Fact]
    public async Task A_response_that_was_not_asked_for_leaves_a_session_as_it_is()
    {
        await OpenAsync("Mine");
        await Page.GotoAsync("/?code=stolen&state=forged");
        await Expect(Titles).ToHaveTextAsync(["Mine"]);
        await Expect(Page.Locator(".user")).ToHaveTextAsync(User);
    }

    [Fact]
    public async Task A_code_that_the_issuer_refuses_is_reported()
    {
        await Page.GotoAsync("/");
        await Page.RouteAsync("**/oauth2/token", route => route.FulfillAsync(new()
        {
            Status = 400,
            ContentType = "application/json",
            Body = """{"error":"invalid_grant"}""",
        }));
        await SignInAsync(User);
        await Expect(SignInProblem).ToContainTextAsync("invalid_grant");
        await Expect(SignInButton).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_reported()
    {
        await Page.RouteAsync("**/.well-known/openid-configuration", route => route.AbortAsync());
        await Page.GotoAsync("/");
        await SignInButton.ClickAsync();
        await Expect(SignInProblem).ToHaveTextAsync("The sign-in service cannot be reached.");
    }

    [Fact]
    public async Task Tokens_are_kept_for_the_tab_only()
    {
        await Page.GotoAsync("/");
        await SignInAsync(User);
        await Expect(NewTodo).ToBeVisibleAsync();
        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length"));
        Assert.Equal("", await Page.EvaluateAsync<string>("document.cookie"));
    }

    [Fact]
    public async Task Signing_out_forgets_the_session_and_leads_back_to_the_sign_in()
    {
        await OpenAsync("Mine");
        // The button is there before the browser has been to the issuer and back: the mark goes with the document.
        await Page.EvaluateAsync("document.body.dataset.isSigningOut = ''");
        await Button("Sign out").ClickAsync();
        await Expect(Page.Locator("body[data-is-signing-out]")).ToHaveCountAsync(0);
        await Expect(SignInButton).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(SignInButton).ToBeVisibleAsync();
        Assert.Null(await Page.EvaluateAsync<string?>("sessionStorage.getItem('todo.session')"));
    }

    [Fact]
    public async Task After_a_401_a_new_sign_in_saves_what_was_typed()
    {
        await OpenAsync("One", "Two");
        await BreakSessionAsync();
        await EditAsync(0, "Uno");
        await Expect(Page.Locator(".sign-in")).ToContainTextAsync("Your session has ended.");
        await Expect(SignInButton).ToBeFocusedAsync();

        await SignInAsync(User);
        await Expect(Titles).ToHaveTextAsync(["Uno", "Two"]);
        await SavedAsync("Uno", "Two");
    }

    [Fact]
    public async Task After_a_401_a_new_todo_and_half_a_sentence_come_back_too()
    {
        await OpenAsync("One");
        await BreakSessionAsync();
        await Page.RouteAsync(AllTodos(), async route =>
        {
            await NewTodo.FillAsync("Half a sen");
            await route.ContinueAsync();
        }, new() { Times = 1 });
        await TypeAsync("Two");

        await SignInAsync(User);
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
        await Expect(NewTodo).ToHaveValueAsync("Half a sen");
        await SavedAsync("One", "Two");
    }

    [Fact]
    public async Task What_one_user_typed_is_not_shown_to_the_next()
    {
        await OpenAsync("One");
        await BreakSessionAsync();
        await TypeAsync("A secret");
        await SignInAsync($"{User}-other");
        await Expect(Page.Locator(".empty")).ToBeVisibleAsync();
        await Expect(Items).ToHaveCountAsync(0);
    }

    private async Task SignInAsync(string user)
    {
        await SignInButton.ClickAsync();
        var name = Page.Locator("input[name=username]:not([type=hidden])");
        await name.FillAsync(user);
        await name.PressAsync("Enter");
    }

    /// <summary>Leaves the page with a token that the API does not take: what one that ran out is.</summary>
    private async Task BreakSessionAsync() => await Page.EvaluateAsync("""
        const session = JSON.parse(sessionStorage.getItem('todo.session'));
        session.access_token += 'x';
        sessionStorage.setItem('todo.session', JSON.stringify(session));
        """);

    [GeneratedRegex("/oauth2/authorize")]
    private static partial Regex AuthorizePage();
}
