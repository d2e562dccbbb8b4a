using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Framework.Http;
using FsCheck.Fluent;

namespace Framework.DynamoDB.Tests;

/// <summary>What a table does, whichever engine is behind it.</summary>
public abstract class TableTests(IEngine engine)
{
    private static readonly TodoItem Todo = new(
        "alice", Guid.CreateVersion7(), "Buy milk", Completed: false, new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));

    private static readonly Key<TodoItem> TodoKey = TodoItem.Key(Todo.Owner, Todo.Id);

    [Fact]
    public async Task A_created_item_is_read_as_it_was_stored_with_version_1()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        var created = await todos.Table.CreateAsync(Todo);

        Assert.Equal(Todo with { Version = 1 }, created);
        Assert.Equal(created, await todos.Table.GetAsync(TodoKey));
        Assert.Equal(created, await todos.Table.GetAsync(TodoKey, ReadConsistency.Eventual));
    }

    [Fact]
    public async Task An_item_that_was_never_created_is_null()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        Assert.Null(await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task A_key_that_is_taken_is_a_conflict_and_the_item_stays()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var created = await todos.Table.CreateAsync(Todo);

        var refusal = await Assert.ThrowsAsync<ItemExistsException>(
            () => todos.Table.CreateAsync(Todo with { Title = "Another" }));

        Assert.Equal((409, TodoKey), (refusal.Problem.Status, refusal.Key));
        Assert.Equal(created, await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task An_item_that_cannot_be_written_fails_the_task_and_not_the_call()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var nobodys = Todo with { Owner = "" };

        Task[] writes =
        [
            todos.Table.CreateAsync(nobodys),
            todos.Table.PutAsync(nobodys),
            todos.Table.ReplaceAsync(nobodys),
            todos.Table.ReplaceAsync(nobodys, 1),
            todos.Table.PatchAsync(nobodys, nobodys with { Title = "b" }),
        ];

        foreach (var write in writes)
            await Assert.ThrowsAsync<InvalidKeyException>(() => write);
    }

    [Fact]
    public async Task A_put_item_replaces_what_was_there_with_its_own_version_raised()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        var first = await todos.Table.PutAsync(Todo with { Note = "2 %" });
        await todos.Table.ReplaceAsync(first);
        await todos.Table.ReplaceAsync(first, 2);
        var second = await todos.Table.PutAsync(first with { Title = "Buy bread", Note = null });

        Assert.Equal(Todo with { Note = "2 %", Version = 1 }, first);
        Assert.Equal(Todo with { Title = "Buy bread", Version = 2 }, second);
        Assert.Equal(second, await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task An_item_without_a_version_is_put_as_it_is()
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        var word = new Word("en", "a", 1);

        Assert.Equal(word, await words.Table.PutAsync(word));
        Assert.Equal(word with { Length = 2 }, await words.Table.PutAsync(word with { Length = 2 }));
        Assert.Equal(2, (await words.Table.GetAsync(Word.Key("en", "a")))?.Length);
    }

    [Fact]
    public async Task A_replaced_item_has_the_next_version()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var created = await todos.Table.CreateAsync(Todo with { Note = "2 %" });

        var replaced = await todos.Table.ReplaceAsync(created with { Title = "Buy bread", Note = null });

        Assert.Equal(Todo with { Title = "Buy bread", Version = 2 }, replaced);
        Assert.Equal(replaced, await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task Replacing_an_older_version_is_a_conflict()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var first = await todos.Table.CreateAsync(Todo);
        await todos.Table.ReplaceAsync(first);

        var refusal = await Assert.ThrowsAsync<VersionMismatchException>(() => todos.Table.ReplaceAsync(first));

        Assert.Equal((409, 1L, 2L), (refusal.Problem.Status, refusal.Expected.Number, refusal.Actual));
    }

    [Fact]
    public async Task A_version_from_If_Match_is_a_precondition()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await todos.Table.CreateAsync(Todo);

        var replacing = await Assert.ThrowsAsync<VersionMismatchException>(
            () => todos.Table.ReplaceAsync(Todo, new IfMatch(7)));
        var deleting = await Assert.ThrowsAsync<VersionMismatchException>(
            () => todos.Table.DeleteAsync(TodoKey, ExpectedVersion.IfMatch(7)));

        Assert.Equal((412, 412), (replacing.Problem.Status, deleting.Problem.Status));
        Assert.Equal(2, (await todos.Table.ReplaceAsync(Todo, ExpectedVersion.IfMatch(1))).Version);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_by_every_write_but_create()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var update = Update.Of<TodoItem>().Set(TodoItem.Attributes.Title, "New");

        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.ReplaceAsync(Todo));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.UpdateAsync(TodoKey, update));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.UpdateAsync(TodoKey, update.IfVersion(1)));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.DeleteAsync(TodoKey));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.DeleteAsync(TodoKey, 1));
        Assert.Null(await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task A_deleted_item_is_gone()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await todos.Table.CreateAsync(Todo);

        await Assert.ThrowsAsync<VersionMismatchException>(() => todos.Table.DeleteAsync(TodoKey, 2));
        await todos.Table.DeleteAsync(TodoKey, 1);

        Assert.Null(await todos.Table.GetAsync(TodoKey));
    }

    [Fact]
    public async Task A_value_of_any_type_comes_back_from_the_table()
    {
        await using var items = await TestTable<Everything>.CreateAsync(engine);

        foreach (var (item, index) in EverythingGenerator.Items.Sample(30).Select((item, index) => (item, index)))
        {
            var created = await items.Table.CreateAsync(item with { Name = $"item {index}" });
            Assert.Equal(FullText.Of(created), FullText.Of(await items.Table.GetAsync(Everything.Key(created.Name))));
        }
    }

    [Fact]
    public async Task Of_64_concurrent_writers_none_loses_its_update()
    {
        const int writers = 64;
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await todos.Table.CreateAsync(Todo with { Title = "" });

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => AppendAsync(todos.Table, writer))));

        var end = await todos.Table.GetAsync(TodoKey);
        Assert.Equal(writers + 1, end!.Version);
        Assert.Equal(
            Enumerable.Range(0, writers), end.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order());
    }

    private static async Task AppendAsync(ITable<TodoItem> todos, int writer)
    {
        while (true)
        {
            var todo = (await todos.GetAsync(TodoKey))!;
            var update = Update.Of<TodoItem>()
                .Set(TodoItem.Attributes.Title, $"{todo.Title} {writer}")
                .IfVersion(todo.Version);
            try
            {
                await todos.UpdateAsync(TodoKey, update);
                return;
            }
            catch (VersionMismatchException)
            {
                // Another was faster; read again.
            }
        }
    }
}
