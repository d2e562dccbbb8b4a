using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>How many items are read, counted and written with few calls, whichever engine is behind it.</summary>
public abstract class ManyTests(IEngine engine)
{
    private static readonly Guid Sensor = Guid.NewGuid();

    [Fact]
    public async Task Many_items_are_written_and_read_in_the_order_of_their_keys()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var items = Readings(230);

        var results = await readings.Table.PutManyAsync(items);
        var keys = Enumerable.Range(-1, 232).Select(number => Reading.Key(Sensor, number)).Reverse().ToList();
        var found = await readings.Table.GetManyAsync([.. keys, keys[5]]);

        Assert.Equal(items.Select(item => (ItemKey)Reading.Key(Sensor, item.Number)), results.Select(result => result.Key));
        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(
            [null, .. Enumerable.Range(0, 230).Reverse().Select(number => (int?)number), null, 225],
            found.Select(item => item?.Number));
    }

    [Fact]
    public async Task Nothing_to_read_or_write_is_no_call()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);

        Assert.Empty(await readings.Table.GetManyAsync([]));
        Assert.Empty(await readings.Table.PutManyAsync([]));
        Assert.Empty(await readings.Table.DeleteManyAsync([]));
    }

    [Fact]
    public async Task Many_items_are_deleted_and_one_that_is_not_there_does_not_matter()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        await readings.Table.PutManyAsync(Readings(60)).ThrowOnErrorAsync();

        await readings.Table.DeleteManyAsync([.. Enumerable.Range(10, 55).Select(number => Reading.Key(Sensor, number))])
            .ThrowOnErrorAsync();

        Assert.Equal(10, await readings.Table.CountAsync(Reading.Partition(Sensor)));
    }

    [Fact]
    public async Task A_batch_names_no_key_twice()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var item = Readings(1)[0];

        await Assert.ThrowsAsync<ArgumentException>(() => readings.Table.PutManyAsync([item, item with { Value = 2 }]));

        Assert.Equal(0, await readings.Table.CountAsync(Reading.Partition(Sensor)));
    }

    [Fact]
    public async Task An_item_that_is_too_large_fails_alone()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var items = Readings(30);
        items[17] = items[17] with { Note = new string('x', 410_000) };

        var results = await readings.Table.PutManyAsync(items);

        var failed = Assert.Single(results, result => result.Error is not null);
        Assert.Equal(Reading.Key(Sensor, 17), failed.Key);
        Assert.Equal(413, Assert.IsType<ItemTooLargeException>(failed.Error).Problem.Status);
        Assert.Equal(29, await readings.Table.CountAsync(Reading.Partition(Sensor)));
        await Assert.ThrowsAsync<ItemTooLargeException>(() => readings.Table.PutManyAsync(items).ThrowOnErrorAsync());
    }

    [Fact]
    public async Task Items_are_put_with_their_version_raised()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var todo = new TodoItem("alice", Guid.NewGuid(), "a", false, DateTimeOffset.UnixEpoch);

        await todos.Table.PutManyAsync([todo, todo with { Id = Guid.Empty, Version = 4 }]).ThrowOnErrorAsync();

        Assert.Equal([1L, 5L], (await todos.Table.GetManyAsync(
            [TodoItem.Key("alice", todo.Id), TodoItem.Key("alice", Guid.Empty)])).Select(found => found!.Version));
    }

    [Fact]
    public async Task A_count_goes_over_all_pages_and_counts_what_the_filter_keeps()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        // 1 MB ends a page: these are four.
        await readings.Table.PutManyAsync(Readings(12, new string('x', 300_000))).ThrowOnErrorAsync();
        var partition = Reading.Partition(Sensor);

        Assert.Equal(12, await readings.Table.CountAsync(partition));
        Assert.Equal(5, await readings.Table.CountAsync(partition.AtLeast(7)));
        Assert.Equal(3, await readings.Table.CountAsync(partition.Where(Reading.Attributes.Value.IsGreaterThan(8m))));
        Assert.Equal(7, await readings.Table.CountAsync(partition.Take(7)));
        Assert.Equal(0, await readings.Table.CountAsync(Reading.Partition(Guid.Empty)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_scan_gives_every_item_once(int segments)
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var items = Enumerable.Range(0, 40).Select(number => new Reading(Guid.NewGuid(), number, Note: new string('x', 60_000)));
        await readings.Table.PutManyAsync([.. items]).ThrowOnErrorAsync();

        var numbers = await readings.Table.ScanEntireTableAsync(segments).Select(item => item.Number).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 40), numbers.Order());
        Assert.NotNull(await readings.Table.ScanEntireTableAsync(segments).FirstOrDefaultAsync());
    }

    [Fact]
    public async Task Neither_a_scan_nor_many_gets_see_what_has_expired()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        await sessions.Table.PutManyAsync(
            [
                new("gone") { EndsAt = sessions.Clock.GetUtcNow().AddSeconds(10) },
                new("there") { EndsAt = sessions.Clock.GetUtcNow().AddSeconds(11) },
            ]).ThrowOnErrorAsync();

        sessions.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["there"], await sessions.Table.ScanEntireTableAsync().Select(session => session.Token).ToListAsync());
        var many = await sessions.Table.GetManyAsync([Session.Key("gone"), Session.Key("there")]);
        Assert.Equal([null, "there"], many.Select(session => session?.Token));
    }

    private static Reading[] Readings(int count, string? note = null) =>
        [.. Enumerable.Range(0, count).Select(number => new Reading(Sensor, number, number, note))];
}
