using Framework.Description;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What the deployment's environment says of a table.</summary>
public sealed class TableServicesTests(EmbeddedEngine engine)
{
    [Fact]
    public async Task A_variable_names_another_table_in_its_place()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var created = await todos.Table.CreateAsync(new("alice", Guid.NewGuid(), "a", false, DateTimeOffset.UnixEpoch));
        await using var services = Services(new() { ["TABLE_TO_DOS_2"] = todos.Name }, todos);

        Assert.Equal(todos.Name, services.GetRequiredService<TableResource>().Name);
        Assert.Equal(created, await services.GetRequiredService<IReadTable<TodoItem>>().GetAsync(TodoItem.Key("alice", created.Id)));
        Assert.Equal("to-dos.2", Services([], todos).GetRequiredService<TableResource>().Name);
    }

    [Theory]
    [InlineData(null, "FRAMEWORK_CURSOR_KEY")]
    [InlineData("not base64!", "32 bytes in base64")]
    [InlineData("c2hvcnQ=", "32 bytes in base64")]
    public async Task Without_a_key_for_cursors_the_first_cursor_says_which_variable_is_missing(string? key, string reason)
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await todos.Table.PutManyAsync([.. Enumerable.Range(0, 3).Select(
            _ => new TodoItem("alice", Guid.NewGuid(), "a", false, DateTimeOffset.UnixEpoch))]).ThrowOnErrorAsync();
        await using var services = Services(new() { ["TABLE_TO_DOS_2"] = todos.Name, ["FRAMEWORK_CURSOR_KEY"] = key! }, todos);
        var table = services.GetRequiredService<ITable<TodoItem>>();

        Assert.Equal(3, (await table.QueryPageAsync(TodoItem.Partition("alice"), 3, null)).Items.Count);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => table.QueryPageAsync(TodoItem.Partition("alice"), 2, null));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_empty_or_too_long_is_the_client_s_fault()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);

        foreach (var id in new[] { "", new string('ä', 1025) })
        {
            var refusal = await Assert.ThrowsAsync<InvalidKeyException>(async () => await users.Table.GetAsync(User.Key(id)));
            Assert.Equal((400, "invalid-key"), (refusal.Problem.Status, refusal.Problem.Kind));
            Assert.Equal(["id"], refusal.Problem.Errors!.Keys);
            await Assert.ThrowsAsync<InvalidKeyException>(async () => await users.Table.CreateAsync(new(id, "a")));
        }
    }

    [Theory]
    [InlineData("TABLE_TO_DOS_2", "a b", "TABLE_TO_DOS_2 is 'a b': the name of a table is")]
    [InlineData("TABLE_TO_DOS_2", "arn:aws:dynamodb:eu-central-1:123456789012:table/todos", null)]
    [InlineData("FRAMEWORK_CURSOR_KEY", null, "Paging needs a key to seal its cursors: set FRAMEWORK_CURSOR_KEY to 32 random bytes")]
    [InlineData("FRAMEWORK_CURSOR_KEY", "not base64!", "FRAMEWORK_CURSOR_KEY is not 32 bytes in base64.")]
    [InlineData("AWS_REGION", null, "DynamoDB's region is not known: set AWS_REGION")]
    public void What_the_deployment_says_is_checked_at_start(string variable, string? value, string? fault)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = "localhost:1",
            ["AWS_REGION"] = "eu-central-1",
            ["FRAMEWORK_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]),
            [variable] = value,
        };

        Assert.StartsWith(fault ?? "", StartFault(environment, Pages) ?? "", StringComparison.Ordinal);
        Assert.Equal(fault is null, StartFault(environment, Pages) is null);
    }

    [Fact]
    public void A_key_for_cursors_is_asked_for_where_pages_are()
    {
        var environment = new Dictionary<string, string?> { ["AWS_LAMBDA_RUNTIME_API"] = "localhost:1", ["AWS_REGION"] = "eu-central-1" };

        Assert.Null(StartFault(environment, new("CountTodos", "GET", "/todos/count")));
        Assert.NotNull(StartFault(environment, Pages));
        Assert.NotNull(StartFault(environment, new("ListTodos", "GET", "/todos")
        {
            Parameters = [new("cursor", ParameterSource.Query, typeof(string), IsRequired: false)],
        }));
        Assert.Null(StartFault([], Pages));
    }

    private static EndpointDescription Pages { get; } =
        new("ListTodos", "GET", "/todos") { ResponseType = typeof(Page<TodoItem>) };

    private static string? StartFault(Dictionary<string, string?> environment, EndpointDescription endpoint)
    {
        using var services = new ServiceCollection()
            .AddSingleton(new LambdaEnvironment(name => environment.GetValueOrDefault(name)))
            .AddTable<TodoItem>("to-dos.2")
            .BuildServiceProvider();
        return Record.Exception(() => services.GetServices<IStartCheck>().ToList().ForEach(check => check.Check(services, [endpoint])))
            ?.Message;
    }

    private static ServiceProvider Services(Dictionary<string, string> environment, TestTable<TodoItem> todos) =>
        new ServiceCollection()
            .AddSingleton(new LambdaEnvironment(name => environment.GetValueOrDefault(name)))
            .AddSingleton(todos.Client)
            .AddTable<TodoItem>("to-dos.2")
            .BuildServiceProvider();
}
