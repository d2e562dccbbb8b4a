using System.Net;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

[Trait("FrontDoor", "every")]
public sealed class UpdateTodoTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Theory]
    [InlineData(" new ", null, "new", false)]
    [InlineData(null, true, "old", true)]
    [InlineData("new", true, "new", true)]
    public async Task Title_and_completed_change_alone_or_together(
        string? title, bool? completed, string expectedTitle, bool expectedCompleted)
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "old"))["id"]}";

        var response = await TodoApi.PatchAsync(user, path, new { title, completed, version = 1 });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var changed = await TodoApi.JsonOf(response);
        Assert.Equal(expectedTitle, (string)changed["title"]!);
        Assert.Equal(expectedCompleted, (bool)changed["completed"]!);
        Assert.Equal(2, (int)changed["version"]!);
        Assert.Equal(changed.ToJsonString(), JsonNode.Parse(await user.GetStringAsync(path))!.ToJsonString());
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
    public async Task An_update_from_a_version_to_come_writes_nothing()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "first"))["id"]}";

        var response = await TodoApi.PatchAsync(user, path, new { title = "early", version = 2 });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(["first"], await TodoApi.TitlesAsync(user));
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
