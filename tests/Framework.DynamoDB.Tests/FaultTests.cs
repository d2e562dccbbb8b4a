using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>What a table does when a call or its response fails on its way, with each engine.</summary>
public abstract class FaultTests(IEngine engine) : IDisposable
{
    private static readonly TodoItem Todo = new("alice", Guid.NewGuid(), "a", false, DateTimeOffset.UnixEpoch, "1.50");

    private static readonly Key<TodoItem> Key = TodoItem.Key(Todo.Owner, Todo.Id);

    private static readonly Update<TodoItem> Completing = Update.Of<TodoItem>().Set(TodoItem.Attributes.Completed, true);

    private readonly FaultyNetwork _network = new();

    [Theory]
    [InlineData(Fault.LostResponse)]
    [InlineData(Fault.HalfResponse)]
    [InlineData(Fault.AppliedAnd500)]
    public async Task A_write_whose_response_was_lost_has_succeeded_all_the_same(Fault fault)
    {
        await using var todos = await TodosAsync();

        _network.Next("PutItem", fault);
        var todo = await todos.Table.CreateAsync(Todo);
        Assert.Equal(2, _network.Calls);
        _network.Next("PutItem", fault);
        todo = await todos.Table.PutAsync(Todo);
        _network.Next("PutItem", fault);
        todo = await todos.Table.ReplaceAsync(todo with { Title = "b" });
        _network.Next("UpdateItem", fault);
        todo = await todos.Table.UpdateAsync(Key, Completing.Remove(TodoItem.Attributes.Note).IfVersion(2));
        _network.Next("UpdateItem", fault);
        todo = await todos.Table.PatchAsync(todo, todo with { Title = "c" });

        Assert.Equal(Todo with { Title = "c", Completed = true, Note = null, Version = 4 }, todo);
        Assert.Equal(todo, await todos.Table.GetAsync(Key));
        _network.Next("DeleteItem", fault);
        await todos.Table.DeleteAsync(Key, 4);
        Assert.Null(await todos.Table.GetAsync(Key));
        Assert.Equal(2, _network.Calls);
    }

    [Fact]
    public async Task A_value_of_any_type_is_known_again_after_a_lost_response()
    {
        await using var items = await TestTable<Everything>.CreateAsync(
            engine, (services, _) => _network.Register(services, engine));

        foreach (var (item, index) in FsCheck.Fluent.Gen.Sample(EverythingGenerator.Items, 10).Select((item, index) => (item, index)))
        {
            _network.Next("PutItem", Fault.LostResponse);
            await items.Table.CreateAsync(item with { Name = $"item {index}" });
            Assert.Equal(2, _network.Calls);
        }
    }

    [Fact]
    public async Task A_retry_that_finds_another_s_write_is_a_conflict()
    {
        await using var todos = await TodosAsync();
        var todo = await todos.Table.CreateAsync(Todo);

        _network.Next("PutItem", Fault.Failed500);
        await Assert.ThrowsAsync<ItemExistsException>(() => todos.Table.CreateAsync(Todo with { Title = "b" }));
        await todos.Table.ReplaceAsync(todo with { Title = "other" });
        _network.Next("PutItem", Fault.Failed500);
        await Assert.ThrowsAsync<VersionMismatchException>(() => todos.Table.ReplaceAsync(todo with { Title = "mine" }));
        _network.Next("UpdateItem", Fault.Failed500);
        await Assert.ThrowsAsync<VersionMismatchException>(() => todos.Table.UpdateAsync(Key, Completing.IfVersion(1)));
    }

    [Fact]
    public async Task The_same_content_without_a_lost_response_is_a_conflict()
    {
        await using var todos = await TodosAsync();
        await todos.Table.CreateAsync(Todo);

        await Assert.ThrowsAsync<ItemExistsException>(() => todos.Table.CreateAsync(Todo));
        _network.Next("PutItem", Fault.Throttled);
        await Assert.ThrowsAsync<ItemExistsException>(() => todos.Table.CreateAsync(Todo));
        Assert.Equal(2, _network.Calls);
    }

    [Fact]
    public async Task A_transaction_whose_response_was_lost_is_applied_once()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(
            engine, (services, _) => _network.Register(services, engine));
        var reading = await readings.Table.CreateAsync(new(Guid.NewGuid(), 1, Count: 1));
        var key = Reading.Key(reading.Sensor, 1);

        _network.Next("TransactWriteItems", Fault.LostResponse);
        await new WriteTransaction()
            .Update(readings.Table, key, Update.Of<Reading>().Increment(Reading.Attributes.Count, 1))
            .CommitAsync();

        Assert.Equal((2, 2), ((await readings.Table.GetAsync(key))!.Count, _network.Calls));
    }

    [Theory]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.Failed500)]
    [InlineData(Fault.NoConnection)]
    [InlineData(Fault.TimedOut)]
    [InlineData(Fault.HalfResponse)]
    public async Task A_call_that_keeps_failing_is_503_with_Retry_After(Fault fault)
    {
        await using var todos = await TodosAsync();
        await todos.Table.CreateAsync(Todo);

        await UnavailableAsync("GetItem", () => todos.Table.GetAsync(Key));
        await UnavailableAsync("UpdateItem", () => todos.Table.UpdateAsync(Key, Completing));
        await UnavailableAsync("Query", () => todos.Table.CountAsync(TodoItem.Partition("alice")));
        await UnavailableAsync("TransactWriteItems", () => new WriteTransaction().Check(todos.Table, Key).CommitAsync());
        await UnavailableAsync("BatchGetItem", () => todos.Table.GetManyAsync([Key]));

        async Task UnavailableAsync(string operation, Func<Task> call)
        {
            _network.Always(operation, fault);
            var unavailable = await Assert.ThrowsAsync<TableUnavailableException>(call);
            Assert.Equal((503, TimeSpan.FromSeconds(1)), (unavailable.Problem.Status, unavailable.Problem.RetryAfter));
            Assert.Equal(3, _network.Calls);
        }
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_not_a_busy_store()
    {
        await using var todos = await TodosAsync();
        using var cancel = new CancellationTokenSource();
        _network.Always("GetItem", Fault.Silence);

        var reading = todos.Table.GetAsync(Key, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_clock_that_is_late_is_corrected_by_DynamoDB_s()
    {
        await using var todos = await TodosAsync();
        _network.Next("PutItem", Fault.ClockSkew);

        await todos.Table.CreateAsync(Todo);

        Assert.Equal(2, _network.Calls);
        await Assert.ThrowsAsync<ItemExistsException>(() => todos.Table.CreateAsync(Todo));
    }

    [Fact]
    public async Task A_response_is_not_closed_under_its_reader_when_the_caller_gives_up()
    {
        await using var todos = await TodosAsync();
        await todos.Table.CreateAsync(Todo);
        using var cancel = new CancellationTokenSource();
        _network.Next("GetItem", Fault.Stall);

        // Off the threads of the tests, as the SDK's own read blocks the one it is on.
        var reading = Task.Run(() => todos.Table.GetAsync(Key, cancel.Token), TestContext.Current.CancellationToken);
        var response = await _network.Stalled.Task.InTimeAsync();
        await response.Reached.InTimeAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.False(response.ClosedUnderReader);
    }

    [Fact]
    public async Task A_page_that_fails_midway_gives_every_item_before_it_and_then_fails()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(
            engine, (services, _) => _network.Register(services, engine));
        var sensor = Guid.NewGuid();
        await readings.Table.PutManyAsync(
            [.. Enumerable.Range(0, 8).Select(number => new Reading(sensor, number, Note: new string('x', 300_000)))])
            .ThrowOnErrorAsync();

        _network.Next("Query", Fault.None, Fault.HalfResponse, Fault.HalfResponse, Fault.HalfResponse);
        var read = new List<int>();
        await Assert.ThrowsAsync<TableUnavailableException>(async () =>
        {
            await foreach (var reading in readings.Table.QueryAsync(Reading.Partition(sensor)))
                read.Add(reading.Number);
        });

        Assert.NotEmpty(read);
        Assert.Equal(Enumerable.Range(0, read.Count), read);
        Assert.True(read.Count < 8);
        _network.Always("Scan", Fault.NoConnection);
        await Assert.ThrowsAsync<TableUnavailableException>(
            async () => await readings.Table.ScanEntireTableAsync(4).ToListAsync());
    }

    [Fact]
    public async Task A_query_reads_on_over_as_many_empty_pages_as_there_are()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(
            engine, (services, _) => _network.Register(services, engine));
        var sensor = Guid.NewGuid();
        await readings.Table.PutManyAsync([.. Enumerable.Range(0, 72).Select(number => new Reading(sensor, number))])
            .ThrowOnErrorAsync();
        var emptyPages = Enumerable.Repeat(Fault.EmptyPage, 70).ToArray();

        _network.Next("Query", emptyPages);
        var read = await readings.Table.QueryAsync(Reading.Partition(sensor).Take(1)).ToListAsync();
        _network.Next("Query", emptyPages);
        var page = await readings.Table.QueryPageAsync(Reading.Partition(sensor), limit: 1, cursor: null);

        Assert.Equal(70, Assert.Single(read).Number);
        Assert.Equal(70, Assert.Single(page.Items).Number);
        Assert.NotNull(page.Next);
        Assert.Equal(71, _network.Calls);
    }

    [Fact]
    public async Task What_a_batch_leaves_out_is_asked_for_again()
    {
        await using var todos = await TodosAsync();
        var items = Enumerable.Range(0, 5).Select(number => Todo with { Id = Guid.NewGuid(), Title = $"{number}" }).ToList();

        _network.Next("BatchWriteItem", Fault.LeftOut, Fault.LeftOut);
        await todos.Table.PutManyAsync(items).ThrowOnErrorAsync();
        Assert.Equal(3, _network.Calls);
        _network.Next("BatchGetItem", Fault.LeftOut, Fault.LeftOut);
        var found = await todos.Table.GetManyAsync([.. items.Select(item => TodoItem.Key(item.Owner, item.Id))]);

        Assert.Equal(["0", "1", "2", "3", "4"], found.Select(item => item?.Title));
        Assert.Equal(3, _network.Calls);
    }

    [Fact]
    public async Task A_batch_of_which_each_call_does_one_part_is_done_to_its_end_without_longer_waits()
    {
        await using var todos = await TodosAsync();
        var items = Enumerable.Range(0, 25).Select(number => Todo with { Id = Guid.NewGuid(), Title = $"{number}" }).ToList();

        _network.Always("BatchWriteItem", Fault.LeftOut);
        await todos.Table.PutManyAsync(items).ThrowOnErrorAsync();
        Assert.Equal(25, _network.Calls);
        _network.Always("BatchGetItem", Fault.LeftOut);
        var found = await todos.Table.GetManyAsync([.. items.Select(item => TodoItem.Key(item.Owner, item.Id))]);

        Assert.Equal(items.Select(item => item.Title), found.Select(item => item?.Title));
        Assert.Equal(25, _network.Calls);
        Assert.Equal(48, _network.Clock.Waits.Count);
        Assert.All(_network.Clock.Waits, wait => Assert.InRange(wait.TotalMilliseconds, 1, 25));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_transaction_that_another_is_in_the_way_of_is_tried_again_up_to_ten_times(int conflicts)
    {
        await using var todos = await TodosAsync();
        var faults = Enumerable.Repeat(Fault.Conflict, conflicts).ToArray();

        _network.Next("TransactWriteItems", faults);
        await new WriteTransaction().Create(todos.Table, Todo).CommitAsync();
        Assert.Equal(conflicts + 1, _network.Calls);
        _network.Next("TransactGetItems", faults);
        var reads = new ReadTransaction();
        var read = reads.Get(todos.Table, Key);
        await reads.RunAsync();

        Assert.Equal(Todo.Title, read.Item?.Title);
        Assert.Equal(conflicts + 1, _network.Calls);
        Assert.Equal(2 * conflicts, _network.Clock.Waits.Count);
    }

    [Fact]
    public async Task A_transaction_that_others_stay_in_the_way_of_is_503_after_ten_attempts()
    {
        await using var todos = await TodosAsync();

        _network.Always("TransactWriteItems", Fault.Conflict);
        await Assert.ThrowsAsync<TableUnavailableException>(() => new WriteTransaction().Create(todos.Table, Todo).CommitAsync());
        Assert.Equal(10, _network.Calls);
        _network.Always("TransactGetItems", Fault.Conflict);
        var reads = new ReadTransaction();
        reads.Get(todos.Table, Key);
        await Assert.ThrowsAsync<TableUnavailableException>(() => reads.RunAsync());

        Assert.Equal(10, _network.Calls);
        Assert.Null(await todos.Table.GetAsync(Key));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task The_segments_of_a_scan_are_read_at_once(int segments)
    {
        await using var todos = await TodosAsync();
        await todos.Table.CreateAsync(Todo);

        _network.Meet("Scan", segments);

        Assert.Single(await todos.Table.ScanEntireTableAsync(segments).ToListAsync());
        Assert.Equal(segments, _network.Calls);
    }

    [Fact]
    public async Task A_batch_that_stays_throttled_says_of_each_item_that_it_was_not_written()
    {
        await using var todos = await TodosAsync();
        var items = Enumerable.Range(0, 3).Select(_ => Todo with { Id = Guid.NewGuid() }).ToList();

        _network.Next("BatchWriteItem", Fault.LeftOut, Fault.Throttled, Fault.Throttled, Fault.Throttled);
        var results = await todos.Table.PutManyAsync(items);

        Assert.Equal([null, 503, 503], results.Select(result => result.Error?.Problem.Status));
        Assert.Equal(results[2].Key.Sort, results[2].Error!.Key!.Sort);
        Assert.Single(await todos.Table.ScanEntireTableAsync().ToListAsync());
    }

    public void Dispose()
    {
        _network.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<TestTable<TodoItem>> TodosAsync() =>
        TestTable<TodoItem>.CreateAsync(engine, (services, _) => _network.Register(services, engine));
}
