namespace Todo.Page.Tests.Console;

public sealed class IndexTests(TodoSite site) : ConsoleTest(site)
{
    private ILocator Response => Page.Locator("#response-status");

    private ILocator Body => Page.Locator("#response-body");

    [Fact]
    public async Task The_index_lists_the_routes_and_calls_one_signed_in()
    {
        await Page.GotoAsync("/_local");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Call POST /todos", Exact = true }).ClickAsync();
        await Page.GetByLabel("User name").FillAsync(User);
        await Page.GetByLabel("Body (JSON)").FillAsync("""{"title":"From the page"}""");
        await Button("Send").ClickAsync();

        await Expect(Response).ToContainTextAsync("201 Created");
        await Expect(Body).ToContainTextAsync("\n  \"title\": \"From the page\",\n");
        await Expect(Page.Locator("#response-headers")).ToContainTextAsync("content-type: application/json");
        await SavedAsync("From the page");
    }

    [Fact]
    public async Task A_route_is_called_with_its_parameters_and_query()
    {
        var todo = await Api.CreateAsync("Mine");
        await Page.GotoAsync("/_local/routes/GetTodo");
        await Page.GetByLabel("User name").FillAsync(User);
        await Page.GetByLabel("id", new() { Exact = true }).FillAsync(todo.Id);
        await Button("Send").ClickAsync();
        await Expect(Body).ToContainTextAsync("\"title\": \"Mine\"");

        await Page.GotoAsync("/_local/routes/ListTodos");
        await Page.GetByLabel("User name").FillAsync(User);
        await Page.GetByLabel("Query string").FillAsync("limit=x");
        await Button("Send").ClickAsync();
        await Expect(Response).ToContainTextAsync("400");
        await Expect(Body).ToContainTextAsync("limit");
    }

    [Fact]
    public async Task A_call_without_a_user_name_has_no_token_and_a_wrong_name_is_refused()
    {
        await Page.GotoAsync("/_local/routes/ListTodos");
        await Page.GetByLabel("User name").FillAsync("");
        await Button("Send").ClickAsync();
        await Expect(Response).ToContainTextAsync("401");

        await Page.GetByLabel("User name").FillAsync("two words");
        await Button("Send").ClickAsync();
        await Expect(Response).ToContainTextAsync("The sign-in is refused: username must be");
        await Expect(Body).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_request_appears_without_a_reload_and_leads_to_its_log_lines()
    {
        await Page.GotoAsync("/_local");
        await Expect(Page.Locator("#live")).ToContainTextAsync("The list follows the service.");
        await Page.EvaluateAsync("document.body.dataset.isFirst = ''");

        await Api.ListAsync();

        var row = Page.Locator("#request-list tbody tr", new() { HasText = User }).First;
        await Expect(row).ToContainTextAsync("ListTodos");
        await Expect(row).ToContainTextAsync("200");
        await Expect(Page.Locator("body[data-is-first]")).ToHaveCountAsync(1);
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Log lines" })).ToBeVisibleAsync();
        await Expect(Page.Locator("dl").First).ToContainTextAsync(User);
    }

    [Fact]
    public async Task A_number_of_many_digits_is_shown_with_all_of_them()
    {
        await Page.RouteAsync("**/todos?*", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"n":12345678901234567890.5,"empty":[],"text":"a, {b}: \"c\""}""",
        }));
        await Page.GotoAsync("/_local/routes/ListTodos");
        await Page.GetByLabel("Query string").FillAsync("limit=1");
        await Button("Send").ClickAsync();

        await Expect(Body).ToHaveTextAsync(
            "{\n  \"n\": 12345678901234567890.5,\n  \"empty\": [],\n  \"text\": \"a, {b}: \\\"c\\\"\"\n}",
            new() { UseInnerText = true });
    }
}
