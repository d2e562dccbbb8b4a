using System.Net;

namespace Todo.Service.Tests;

public sealed class UpdateTodoTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task Title_and_completed_change_alone_or_together()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "old"))["id"]}";

        await TodoApi.PatchAsync(user, path, new { title = " new ", version = 1 });
        var changed = await TodoApi.JsonOf(await TodoApi.PatchAsync(user, path, new { completed = true, version = 2 }));

        Assert.Equal("new", (string)changed["title"]!);
        Assert.True((bool)changed["completed"]!);
        Assert.Equal(3, (int)changed["version"]!);
    }

    [Fact]
    public async Task An_update_from_an_old_version_writes_nothing()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "first"))["id"]}";
        await TodoApi.PatchAsync(user, path, new { title = "second", version = 1 });

        var response = await TodoApi.PatchAsync(user, path, new { title = "late", version = 1 });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(["second"], await TodoApi.TitlesAsync(user));
    }

    [Fact]
    public async Task Of_many_updates_from_one_version_one_wins()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "race"))["id"]}";

        var responses = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(number => TodoApi.PatchAsync(user, path, new { title = $"{number}", version = 1 })));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(15, responses.Count(response => response.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_updated()
    {
        var response = await TodoApi.PatchAsync(api.NewUser(), $"/todos/{Guid.NewGuid()}", new { title = "x", version = 1 });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_change_names_what_changes_and_from_which_version()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "x"))["id"]}";

        var nothing = await TodoApi.PatchAsync(user, path, new { version = 1 });
        var unversioned = await TodoApi.PatchAsync(user, path, new { title = "y" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(nothing))["errors"]!["title"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unversioned.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(unversioned))["errors"]!["version"]);
    }
}
