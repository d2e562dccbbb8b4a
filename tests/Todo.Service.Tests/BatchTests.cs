using System.Net;
using Framework.Local;

namespace Todo.Service.Tests;

[Trait("FrontDoor", "every")]
public sealed class BatchTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task Many_updates_have_one_result_each_in_the_order_asked()
    {
        var user = api.NewUser();
        var one = await TodoApi.CreateAsync(user, "one");
        var two = await TodoApi.CreateAsync(user, "two");

        var response = await TodoApi.PatchAsync(user, "/todos", new
        {
            items = new object[]
            {
                new { id = (string)one["id"]!, completed = true, version = 1 },
                new { id = Guid.NewGuid(), completed = true, version = 1 },
                new { id = (string)two["id"]!, completed = true, version = 9 },
            },
        });

        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
        var results = (await TodoApi.JsonOf(response))["results"]!.AsArray();
        Assert.Equal([200, 404, 409], results.Select(result => (int)result!["status"]!));
        Assert.True((bool)results[0]!["todo"]!["completed"]!);
        Assert.Equal(404, (int)results[1]!["problem"]!["status"]!);
        Assert.Equal(["one"], await TodoApi.TitlesAsync(user, "?status=completed"));
    }

    [Fact]
    public async Task A_batch_with_one_invalid_item_writes_nothing_and_names_it()
    {
        var user = api.NewUser();
        var todo = await TodoApi.CreateAsync(user, "one");

        var response = await TodoApi.PatchAsync(user, "/todos", new
        {
            items = new object[]
            {
                new { id = (string)todo["id"]!, completed = true, version = 1 },
                new { id = (string)todo["id"]!, title = "", version = 1 },
            },
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["items[1].title"]);
        Assert.Empty(await TodoApi.TitlesAsync(user, "?status=completed"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_has_1_to_100_items(int count)
    {
        var items = Enumerable.Range(0, count).Select(_ => new { id = Guid.NewGuid(), completed = true, version = 1 });

        var response = await TodoApi.PatchAsync(api.NewUser(), "/todos", new { items });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["items"]);
    }

    [Fact]
    public async Task An_item_that_is_null_is_named()
    {
        var response = await TodoApi.PatchAsync(api.NewUser(), "/todos", new { items = new object?[] { null } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["items[0]"]);
    }

    [Fact]
    public async Task A_todo_that_is_named_twice_changes_once()
    {
        var user = api.NewUser();
        var id = (string)(await TodoApi.CreateAsync(user, "one"))["id"]!;

        var items = Enumerable.Range(0, 2).Select(_ => new { id, completed = true, version = 1 });
        var results = (await TodoApi.JsonOf(await TodoApi.PatchAsync(user, "/todos", new { items })))["results"]!.AsArray();

        Assert.Equal([200, 409], results.Select(result => (int)result!["status"]!).Order());
    }

    [Fact]
    public async Task Completed_todos_are_cleared_and_the_others_stay()
    {
        var user = api.NewUser();
        await TodoApi.CreateAsync(user, "stays");
        var done = await TodoApi.CreateAsync(user, "goes");
        await TodoApi.PatchAsync(user, $"/todos/{done["id"]}", new { completed = true, version = 1 });

        var response = await user.DeleteAsync("/todos?status=completed");

        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
        Assert.Equal(["stays"], await TodoApi.TitlesAsync(user));
    }

    [Fact]
    public async Task Named_todos_are_deleted_with_one_result_each()
    {
        var user = api.NewUser();
        var one = await TodoApi.CreateAsync(user, "one");
        await TodoApi.CreateAsync(user, "two");

        var response = await user.DeleteAsync($"/todos?ids={Guid.NewGuid()}&ids={one["id"]}");

        // Without multi-value headers a load balancer passes the last value of a repeated name on, and no other.
        int[] expected = TodoApi.FrontDoor == LocalFrontDoor.Alb ? [204] : [404, 204];
        var results = (await TodoApi.JsonOf(response))["results"]!.AsArray();
        Assert.Equal(expected, results.Select(result => (int)result!["status"]!));
        Assert.Equal(["two"], await TodoApi.TitlesAsync(user));
    }

    [Theory]
    [InlineData("/todos")]
    [InlineData("/todos?status=all")]
    [InlineData("/todos?status=active")]
    public async Task Everything_is_never_deleted_by_accident(string path)
    {
        var user = api.NewUser();
        await TodoApi.CreateAsync(user, "stays");

        var response = await user.DeleteAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["stays"], await TodoApi.TitlesAsync(user));
    }
}
