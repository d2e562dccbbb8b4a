using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What happens all together or not at all, whichever engine is behind it.</summary>
public abstract class TransactionTests(IEngine engine)
{
    private static readonly TodoItem Todo = new("alice", Guid.NewGuid(), "a", false, DateTimeOffset.UnixEpoch);

    private static readonly Key<TodoItem> TodoKey = TodoItem.Key(Todo.Owner, Todo.Id);

    private static readonly Profile Alice = new("alice", "Alice", new("Main St", "Berlin"));

    [Fact]
    public async Task Writes_of_several_tables_happen_together()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await using var profiles = await SharingAsync<Profile>(todos.Sender);
        var (replacing, deleting) = (Todo with { Id = Guid.NewGuid() }, Todo with { Id = Guid.NewGuid() });
        var putting = Todo with { Id = Guid.NewGuid() };
        var stored = await todos.Table.CreateAsync(replacing);
        await todos.Table.CreateAsync(deleting);

        await new WriteTransaction()
            .Create(todos.Table, Todo, out var created)
            .Replace(todos.Table, stored with { Title = "b" }, out var replaced)
            .Delete(todos.Table, TodoItem.Key("alice", deleting.Id), 1)
            .Create(profiles.Table, Alice)
            .Put(todos.Table, putting, out var put)
            .CommitAsync();
        await new WriteTransaction()
            .Update(todos.Table, TodoKey, Update.Of<TodoItem>().Set(TodoItem.Attributes.Completed, true).IfVersion(1))
            .Check(profiles.Table, Profile.Key("alice"), Profile.Attributes.Name.IsEqualTo("Alice"))
            .CommitAsync();

        Assert.Equal((1, 2, 1), (created.Version, replaced.Version, put.Version));
        Assert.Equal(put, await todos.Table.GetAsync(TodoItem.Key("alice", putting.Id)));
        Assert.Equal(replaced, await todos.Table.GetAsync(TodoItem.Key("alice", replacing.Id)));
        Assert.Equal(created with { Completed = true, Version = 2 }, await todos.Table.GetAsync(TodoKey));
        Assert.Null(await todos.Table.GetAsync(TodoItem.Key("alice", deleting.Id)));
        Assert.NotNull(await profiles.Table.GetAsync(Profile.Key("alice")));
    }

    [Fact]
    public async Task A_write_that_cannot_happen_ends_them_all_in_its_own_exception()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var other = Todo with { Id = Guid.NewGuid() };
        var otherKey = TodoItem.Key("alice", other.Id);
        await todos.Table.CreateAsync(other);
        var update = Update.Of<TodoItem>().Set(TodoItem.Attributes.Title, "b");

        var exists = await RefusedAsync<ItemExistsException>(transaction => transaction.Create(todos.Table, other));
        var missing = await RefusedAsync<ItemNotFoundException>(
            transaction => transaction.Delete(todos.Table, TodoItem.Key("bob", Guid.Empty)));
        var older = await RefusedAsync<VersionMismatchException>(
            transaction => transaction.Update(todos.Table, otherKey, update.IfVersion(ExpectedVersion.IfMatch(3))));
        var replaced = await RefusedAsync<VersionMismatchException>(transaction => transaction.Replace(todos.Table, other));
        var condition = await RefusedAsync<ConditionFailedException>(
            transaction => transaction.Check(todos.Table, otherKey, TodoItem.Attributes.Completed.IsEqualTo(true)));

        Assert.Equal([otherKey, otherKey, otherKey, otherKey], [exists.Key, older.Key, replaced.Key, condition.Key]);
        Assert.Equal(TodoItem.Key("bob", Guid.Empty), missing.Key);
        Assert.Equal((412, 3L, 1L), (older.Problem.Status, older.Expected.Number, older.Actual));
        Assert.Null(await todos.Table.GetAsync(TodoKey));

        async Task<TException> RefusedAsync<TException>(Func<WriteTransaction, WriteTransaction> add)
            where TException : TableException => await Assert.ThrowsAsync<TException>(
                () => add(new WriteTransaction().Create(todos.Table, Todo)).CommitAsync());
    }

    [Fact]
    public async Task A_token_makes_the_second_commit_of_the_same_writes_do_nothing()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var reading = new Reading(Guid.NewGuid(), 1, Count: 1);
        var key = Reading.Key(reading.Sensor, 1);
        await readings.Table.CreateAsync(reading);
        var token = Guid.NewGuid().ToString();

        await IncrementAsync(1);
        await IncrementAsync(1);
        var reused = await Assert.ThrowsAsync<IdempotencyTokenReusedException>(() => IncrementAsync(2));

        Assert.Equal(2, (await readings.Table.GetAsync(key))!.Count);
        Assert.Equal(422, reused.Problem.Status);

        Task IncrementAsync(int by) => new WriteTransaction(token)
            .Update(readings.Table, key, Update.Of<Reading>().Increment(Reading.Attributes.Count, by))
            .CommitAsync();
    }

    [Fact]
    public async Task A_hundred_items_fit_and_no_more()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var sensor = Guid.NewGuid();

        await Creating(100).CommitAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Creating(101).CommitAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new WriteTransaction().CommitAsync());

        Assert.Equal(100, await readings.Table.CountAsync(Reading.Partition(sensor)));

        WriteTransaction Creating(int count) => Enumerable.Range(0, count).Aggregate(
            new WriteTransaction(), (transaction, number) => transaction.Create(readings.Table, new(sensor, number)));
    }

    [Fact]
    public async Task An_item_is_there_once()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        Assert.Throws<InvalidOperationException>(
            () => new WriteTransaction().Create(todos.Table, Todo).Delete(todos.Table, TodoKey));
        var read = new ReadTransaction();
        read.Get(todos.Table, TodoKey);
        Assert.Throws<InvalidOperationException>(() => read.Get(todos.Table, TodoKey));
    }

    [Fact]
    public async Task Reads_of_several_tables_are_of_one_moment_and_typed()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        await using var profiles = await SharingAsync<Profile>(todos.Sender);
        var created = await todos.Table.CreateAsync(Todo);
        await profiles.Table.CreateAsync(Alice);

        var transaction = new ReadTransaction();
        var todo = transaction.Get(todos.Table, TodoKey);
        var profile = transaction.Get(profiles.Table, Profile.Key("alice"));
        var nobody = transaction.Get(profiles.Table, Profile.Key("nobody"));
        Assert.Throws<InvalidOperationException>(() => todo.Item);
        await transaction.RunAsync();

        Assert.Equal(created, todo.Item);
        Assert.Equal("Alice", profile.Item!.Name);
        Assert.Null(nobody.Item);
    }

    [Fact]
    public async Task Transfers_lose_nothing_between_concurrent_transactions()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine, RealTime);
        var sensor = Guid.NewGuid();
        await readings.Table.PutManyAsync([.. Enumerable.Range(0, 4).Select(number => new Reading(sensor, number, 100))])
            .ThrowOnErrorAsync();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(turn => Task.Run(() => new WriteTransaction()
            .Update(readings.Table, Reading.Key(sensor, turn % 4), Add(-1))
            .Update(readings.Table, Reading.Key(sensor, (turn + 1) % 4), Add(1))
            .CommitAsync())));

        Assert.Equal(400, await readings.Table.QueryAsync(Reading.Partition(sensor)).Select(reading => reading.Value).SumAsync());

        static Update<Reading> Add(decimal by) => Update.Of<Reading>().Increment(Reading.Attributes.Value, by);
    }

    private static void RealTime(IServiceCollection services, string name) => services.AddSingleton(TimeProvider.System);

    private Task<TestTable<T>> SharingAsync<T>(Sending.ITableSender sender)
        where T : class, ITableItem<T> => TestTable<T>.CreateAsync(engine, (services, _) => services.AddSingleton(sender));
}
