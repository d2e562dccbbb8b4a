using System.Net;

namespace Todo.Service.Tests;

[Trait("FrontDoor", "every")]
public sealed class DeleteTodoTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task A_deleted_todo_is_gone_and_cannot_be_deleted_again()
    {
        var user = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(user, "x"))["id"]}";

        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await user.DeleteAsync(path)).StatusCode);
        Assert.Empty(await TodoApi.TitlesAsync(user));
    }

    [Fact]
    public async Task A_caller_cannot_delete_another_callers_todo()
    {
        var owner = api.NewUser();
        var path = $"/todos/{(await TodoApi.CreateAsync(owner, "mine"))["id"]}";

        Assert.Equal(HttpStatusCode.NotFound, (await api.NewUser().DeleteAsync(path)).StatusCode);
        Assert.Equal(["mine"], await TodoApi.TitlesAsync(owner));
    }
}
