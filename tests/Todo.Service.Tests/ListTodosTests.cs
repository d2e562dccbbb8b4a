using System.Net;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

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

        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = JsonNode.Parse(await user.GetStringAsync($"/todos?limit=3{filter}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}"))!;
            titles.AddRange(page["items"]!.AsArray().Select(todo => (string)todo!["title"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], titles);
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
}
