using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>What 64 writers at once leave behind, whichever engine is behind it.</summary>
public abstract class ConcurrencyTests(IEngine engine)
{
    private const int Writers = 64;

    [Fact]
    public async Task No_increment_is_lost()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var reading = await readings.Table.CreateAsync(new(Guid.NewGuid(), 1, Count: 0));
        var key = Reading.Key(reading.Sensor, 1);

        var counts = await AtOnceAsync(async _ => (await readings.Table.UpdateAsync(
            key, Update.Of<Reading>().Increment(Reading.Attributes.Count, 1))).Count!.Value);

        Assert.Equal(Enumerable.Range(1, Writers), counts.Order());
        Assert.Equal(Writers, (await readings.Table.GetAsync(key))!.Count);
    }

    [Fact]
    public async Task No_versioned_replacement_is_lost()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var key = TodoItem.Key("alice", Guid.Empty);
        await todos.Table.CreateAsync(new("alice", Guid.Empty, "0", false, DateTimeOffset.UnixEpoch));

        await AtOnceAsync(async _ => await RetryAsync(async () =>
        {
            var todo = (await todos.Table.GetAsync(key))!;
            await todos.Table.ReplaceAsync(todo with { Title = $"{int.Parse(todo.Title) + 1}" });
        }));

        var end = (await todos.Table.GetAsync(key))!;
        Assert.Equal(($"{Writers}", Writers + 1L), (end.Title, end.Version));
    }

    [Fact]
    public async Task What_is_created_once_is_created_by_one()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var todo = new TodoItem("alice", Guid.Empty, "same", false, DateTimeOffset.UnixEpoch);

        var created = await AtOnceAsync(async _ =>
        {
            try
            {
                await todos.Table.CreateAsync(todo);
                return true;
            }
            catch (ItemExistsException)
            {
                return false;
            }
        });

        Assert.Single(created, true);
    }

    private static Task<TResult[]> AtOnceAsync<TResult>(Func<int, Task<TResult>> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));

    private static async Task<int> RetryAsync(Func<Task> write)
    {
        for (var mismatches = 0; ; mismatches++)
        {
            try
            {
                await write();
                return mismatches;
            }
            catch (VersionMismatchException)
            {
                // Another was faster; read again.
            }
        }
    }
}
