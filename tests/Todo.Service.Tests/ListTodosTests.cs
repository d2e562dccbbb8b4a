using System.Net;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

[Trait("FrontDoor", "every")]
public sealed class ListTodosTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task Todos_come_in_the_order_of_their_creation()
    {
        var user = api.NewUser();
        foreach (var title in new[] { "one", "two", "three" })
            await TodoApi.CreateAsync(user, title);

        Assert.Equal(["one", "two", "three"], await TodoApi.TitlesAsync(user));
    }

    [Fact]
    public async Task A_caller_sees_nobody_elses_todos()
    {
        var todo = await TodoApi.CreateAsync(api.NewUser(), "Secret");
        var other = api.NewUser();

        Assert.Empty(await TodoApi.TitlesAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/todos/{todo["id"]}")).StatusCode);
    }

    [Fact]
    public async Task A_status_filters()
    {
        var user = api.NewUser();
        await TodoApi.CreateAsync(user, "open");
        var done = await TodoApi.CreateAsync(user, "done");
        await TodoApi.PatchAsync(user, $"/todos/{done["id"]}", new { completed = true, version = 1 });

        Assert.Equal(["open"], await TodoApi.TitlesAsync(user, "?status=active"));
        Assert.Equal(["done"], await TodoApi.TitlesAsync(user, "?status=completed"));
        Assert.Equal(["open", "done"], await TodoApi.TitlesAsync(user, "?status=all"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&status=active")]
    public async Task Pages_hold_every_todo_once(string filter)
    {
        var user = api.NewUser();
        for (var number = 0; number < 7; number++)
            await TodoApi.CreateAsync(user, $"{number}");

        var pages = await PagesAsync(user, $"/todos?limit=3{filter}");

        Assert.Equal(["0 1 2", "3 4 5", "6"], pages);
    }

    [Fact]
    public async Task Pages_of_a_status_are_full_though_other_todos_lie_between()
    {
        var user = api.NewUser();
        for (var number = 0; number < 10; number++)
        {
            var todo = await TodoApi.CreateAsync(user, $"{number}");
            if (number % 2 > 0)
                await TodoApi.PatchAsync(user, $"/todos/{todo["id"]}", new { completed = true, version = 1 });
        }

        Assert.Equal(["0 2", "4 6", "8"], await PagesAsync(user, "/todos?limit=2&status=active"));
        Assert.Equal(["1 3", "5 7", "9"], await PagesAsync(user, "/todos?limit=2&status=completed"));
    }

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused()
    {
        var user = api.NewUser();
        await TodoApi.CreateAsync(user, "one");
        await TodoApi.CreateAsync(user, "two");
        var cursor = (string)JsonNode.Parse(await user.GetStringAsync("/todos?limit=1"))!["next"]!;

        for (var at = 0; at < cursor.Length - 1; at++)
        {
            var other = cursor[at] == 'A' ? 'B' : 'A';
            var response = await user.GetAsync($"/todos?limit=1&cursor={cursor[..at]}{other}{cursor[(at + 1)..]}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_cursor_of_another_caller_is_refused()
    {
        var owner = api.NewUser();
        await TodoApi.CreateAsync(owner, "one");
        await TodoApi.CreateAsync(owner, "two");
        var cursor = (string)JsonNode.Parse(await owner.GetStringAsync("/todos?limit=1"))!["next"]!;

        var response = await api.NewUser().GetAsync($"/todos?limit=1&cursor={Uri.EscapeDataString(cursor)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["cursor"]);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("status=done", "status")]
    [InlineData("cursor=nonsense", "cursor")]
    public async Task A_query_that_makes_no_sense_is_refused_by_name(string query, string field)
    {
        var response = await api.NewUser().GetAsync($"/todos?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]![field]);
    }

    private static async Task<List<string>> PagesAsync(HttpClient user, string query)
    {
        var pages = new List<string>();
        var cursor = "";
        do
        {
            var page = JsonNode.Parse(await user.GetStringAsync(query + cursor))!;
            pages.Add(string.Join(' ', page["items"]!.AsArray().Select(todo => (string)todo!["title"]!)));
            cursor = page["next"] is { } next ? $"&cursor={Uri.EscapeDataString((string)next!)}" : null;
        }
        while (cursor is not null);
        return pages;
    }
}
