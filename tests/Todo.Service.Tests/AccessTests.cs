using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Framework.Local.Access;

namespace Todo.Service.Tests;

/// <summary>Takes each permission away in turn, and sees what needs it fail.</summary>
public sealed class AccessTests(TodoApi api) : IClassFixture<TodoApi>
{
    private static readonly Dictionary<string, Func<HttpClient, JsonNode, Task<HttpResponseMessage>>> Calls = new()
    {
        ["CreateTodo"] = (user, _) => user.PostAsJsonAsync("/todos", new { title = "Buy milk" }),
        ["DeleteTodo"] = (user, todo) => user.DeleteAsync($"/todos/{todo["id"]}"),
        ["DeleteTodos"] = (user, todo) => user.DeleteAsync($"/todos?ids={todo["id"]}"),
        ["GetTodo"] = (user, todo) => user.GetAsync($"/todos/{todo["id"]}"),
        ["ListTodos"] = (user, _) => user.GetAsync("/todos"),
        ["UpdateTodo"] = (user, todo) => TodoApi.PatchAsync(user, $"/todos/{todo["id"]}", new { title = "Buy bread", version = 1 }),
        ["UpdateTodos"] = (user, todo) => TodoApi.PatchAsync(user, "/todos", new { items = new[] { new { id = todo["id"], version = 1, completed = true } } }),
    };

    // What the call of each function needs; a role has more, since ITable<T> has more than one endpoint uses (OperationAccessTests).
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["CreateTodo"] = ["dynamodb:PutItem"],
        ["DeleteTodo"] = ["dynamodb:DeleteItem"],
        ["DeleteTodos"] = ["dynamodb:DeleteItem"],
        ["GetTodo"] = ["dynamodb:GetItem"],
        ["ListTodos"] = ["dynamodb:Query"],
        ["UpdateTodo"] = ["dynamodb:UpdateItem"],
        ["UpdateTodos"] = ["dynamodb:UpdateItem"],
    };

    public static TheoryData<string> Functions => new(Calls.Keys);

    [Fact]
    public void Every_function_is_in_this_test() => Assert.Equal(Calls.Keys.Order(), api.Service.Access.Policies.Functions.Order());

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_needs_each_of_its_permissions(string function)
    {
        using var user = api.NewUser();
        var todo = await TodoApi.CreateAsync(user, "Buy milk");
        var granted = api.Service.Access.Policies;

        Assert.NotEmpty(granted[function].Permissions);
        foreach (var permission in granted[function].Permissions)
        {
            api.Service.Access.Policies = granted.With(function, new FunctionPolicy([.. granted[function].Permissions.Where(other => other != permission)]));
            using var denied = await Calls[function](user, todo);
            api.Service.Access.Policies = granted;

            Assert.Equal(HttpStatusCode.InternalServerError, denied.StatusCode);
            Assert.Contains($"{function} may not call dynamodb:", api.Service.Console, StringComparison.Ordinal);
        }
        using var allowed = await Calls[function](user, todo);
        Assert.True(allowed.IsSuccessStatusCode);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_fails_without_an_action_that_it_uses_and_with_no_other_it_passes(string function)
    {
        using var user = api.NewUser();
        var granted = api.Service.Access.Policies;
        var permission = Assert.Single(granted[function].Permissions);

        Assert.Empty(Needed[function].Except(permission.Actions));
        foreach (var needed in Needed[function])
            Assert.Equal(HttpStatusCode.InternalServerError, await CallAsync([.. permission.Actions.Where(action => action != needed)]));
        Assert.InRange((int)await CallAsync(Needed[function]), 200, 299);

        async Task<HttpStatusCode> CallAsync(IReadOnlyList<string> actions)
        {
            var todo = await TodoApi.CreateAsync(user, "Buy milk");
            api.Service.Access.Policies = granted.With(function, new FunctionPolicy([permission with { Actions = actions }]));
            using var response = await Calls[function](user, todo);
            api.Service.Access.Policies = granted;
            return response.StatusCode;
        }
    }
}
