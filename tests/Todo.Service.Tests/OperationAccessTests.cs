using System.Net;
using Framework.Description;
using Framework.DynamoDB;
using Framework.Hosting;
using Framework.Http;
using Framework.Local;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;
using Framework.Local.Tests;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Todo.Service.Tests;

/// <summary>Takes each action of <see cref="ITable{T}"/> and <see cref="IReadTable{T}"/> away in turn, and sees the operations that need it
/// fail and all others go on.</summary>
public sealed class OperationAccessTests
{
    private const string Owner = "ann";

    private static readonly Dictionary<string, (string Action, Func<IReadTable<TodoItem>, TodoItem, Task> Run)> Reads = new()
    {
        ["get"] = ("dynamodb:GetItem", (todos, todo) => todos.GetAsync(KeyOf(todo))),
        ["get-many"] = ("dynamodb:BatchGetItem", (todos, todo) => todos.GetManyAsync([KeyOf(todo)])),
        ["query"] = ("dynamodb:Query", (todos, _) => todos.QueryAsync(TodoItem.Partition(Owner)).ToListAsync().AsTask()),
        ["query-page"] = ("dynamodb:Query", (todos, _) => todos.QueryPageAsync(TodoItem.Partition(Owner), 10, cursor: null)),
        ["count"] = ("dynamodb:Query", (todos, _) => todos.CountAsync(TodoItem.Partition(Owner))),
        ["read-transaction"] = ("dynamodb:GetItem", ReadAsync),
    };

    private static readonly Dictionary<string, (string Action, Func<ITable<TodoItem>, TodoItem, Task> Run)> Writes = new()
    {
        ["create"] = ("dynamodb:PutItem", (todos, _) => todos.CreateAsync(New())),
        ["put"] = ("dynamodb:PutItem", (todos, _) => todos.PutAsync(New())),
        ["replace"] = ("dynamodb:PutItem", (todos, todo) => todos.ReplaceAsync(todo)),
        ["update"] = ("dynamodb:UpdateItem", (todos, todo) => todos.UpdateAsync(KeyOf(todo), Rename())),
        ["patch"] = ("dynamodb:UpdateItem", (todos, todo) => todos.PatchAsync(todo, todo with { Title = "Buy bread" })),
        ["delete"] = ("dynamodb:DeleteItem", (todos, todo) => todos.DeleteAsync(KeyOf(todo))),
        ["put-many"] = ("dynamodb:BatchWriteItem", (todos, _) => todos.PutManyAsync([New()])),
        ["delete-many"] = ("dynamodb:BatchWriteItem", (todos, todo) => todos.DeleteManyAsync([KeyOf(todo)])),
        ["create-in-transaction"] = ("dynamodb:PutItem", (todos, _) => new WriteTransaction().Create(todos, New()).CommitAsync()),
        ["update-in-transaction"] = ("dynamodb:UpdateItem", (todos, todo) => new WriteTransaction().Update(todos, KeyOf(todo), Rename()).CommitAsync()),
        ["delete-in-transaction"] = ("dynamodb:DeleteItem", (todos, todo) => new WriteTransaction().Delete(todos, KeyOf(todo)).CommitAsync()),
        ["check-in-transaction"] = ("dynamodb:ConditionCheckItem", (todos, todo) => new WriteTransaction().Check(todos, KeyOf(todo)).Create(todos, New()).CommitAsync()),
    };

    [Fact]
    public async Task Each_operation_fails_without_its_action_and_goes_on_without_any_other()
    {
        await using var server = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var granted = server.Access.Policies;

        foreach (var (function, operations) in Operations())
        {
            var permission = Assert.Single(granted[function].Permissions);
            Assert.Empty(permission.Actions.Except(operations.Select(operation => operation.Action)));
            foreach (var removed in permission.Actions)
            {
                server.Access.Policies = granted.With(function, new FunctionPolicy([permission with { Actions = [.. permission.Actions.Where(action => action != removed)] }]));
                foreach (var (operation, action) in operations)
                {
                    using var response = await CallAsync(server, client, function, operation);
                    Assert.True(
                        (response.StatusCode == HttpStatusCode.InternalServerError) == IsNeeded(operation, action, removed), $"{operation} without {removed}: {response.StatusCode}");
                }
                server.Access.Policies = granted;
            }
        }
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("Write")]
    public async Task Each_operation_passes_with_what_its_constructor_grants(string function)
    {
        await using var server = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };

        foreach (var (operation, _) in Operations().Single(one => one.Function == function).Operations)
        {
            using var response = await CallAsync(server, client, function, operation);
            Assert.Equal("done", await response.Content.ReadAsStringAsync());
        }
    }

    // What a check comes with needs its own action too.
    private static bool IsNeeded(string operation, string action, string removed) =>
        action == removed || (operation == "check-in-transaction" && removed == "dynamodb:PutItem");

    private static (string Function, IReadOnlyList<(string Name, string Action)> Operations)[] Operations() =>
    [
        ("Read", [.. Reads.Select(one => (one.Key, one.Value.Action))]),
        ("Write", [.. Reads.Select(one => (one.Key, one.Value.Action)), .. Writes.Select(one => (one.Key, one.Value.Action))]),
    ];

    private static async Task<LocalServer> StartAsync()
    {
        var builder = new MicroserviceBuilder("Operations", [], [Endpoint<IReadTable<TodoItem>>("Read"), Endpoint<ITable<TodoItem>>("Write")], LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        builder.Services.AddTable<TodoItem>("todos");
        return await LocalServer.StartAsync(
            builder.Build(), new LocalOptions(Port: 0, DataFolder: null, Reset: false), new Terminal(TextWriter.Null, colours: false));
    }

    private static HandEndpoint Endpoint<TTable>(string function)
        where TTable : IReadTable<TodoItem> => new(
        new(function, "GET", $"/{function}") { Access = AccessPolicy.Anonymous, Dependencies = [new(typeof(TTable))] },
        async context =>
        {
            var todos = (IReadTable<TodoItem>)context.Services.GetRequiredService<TTable>();
            var operation = context.Request.Query.All("operation")[0];
            var todo = New(Guid.Parse(context.Request.Query.All("id")[0])) with { Version = 1 };
            await (Reads.TryGetValue(operation, out var read) ? read.Run(todos, todo) : Writes[operation].Run((ITable<TodoItem>)todos, todo));
            return Response.Text(200, "done");
        });

    // The todo is stored outside of an invocation, so the operation alone is held to the policy.
    private static async Task<HttpResponseMessage> CallAsync(LocalServer server, HttpClient client, string function, string operation)
    {
        var todo = await server.Service.Services.GetRequiredService<ITable<TodoItem>>().PutAsync(New());
        return await client.GetAsync(new Uri($"/{function}?operation={operation}&id={todo.Id}", UriKind.Relative));
    }

    private static Task ReadAsync(IReadTable<TodoItem> todos, TodoItem todo)
    {
        var transaction = new ReadTransaction();
        transaction.Get(todos, KeyOf(todo));
        return transaction.RunAsync();
    }

    private static TodoItem New(Guid? id = null) => TodoItem.New(Owner, "Buy milk", DateTimeOffset.UnixEpoch, id ?? Guid.NewGuid());

    private static Key<TodoItem> KeyOf(TodoItem todo) => TodoItem.Key(todo.Owner, todo.Id);

    private static Update<TodoItem> Rename() => Update.Of<TodoItem>().Set(TodoItem.Attributes.Title, "Buy bread");
}
