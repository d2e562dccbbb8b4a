using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>What an update changes, whichever engine is behind it.</summary>
public abstract class UpdateTests(IEngine engine)
{
    private static readonly Reading Stored = new(Guid.NewGuid(), 1, 1.5m, "calm") { Log = ["a"], Raw = [1] };
    private static readonly Key<Reading> Key = Reading.Key(Stored.Sensor, Stored.Number);

    [Fact]
    public async Task Set_writes_an_attribute_and_null_removes_it()
    {
        await using var readings = await ReadingAsync();

        var updated = await readings.Table.UpdateAsync(Key, Update.Of<Reading>()
            .Set(Reading.Attributes.Value, 2.25m)
            .Set(Reading.Attributes.Count, 3)
            .Set(Reading.Attributes.Note, null));

        Assert.Equal((2.25m, 3, null), (updated.Value, updated.Count, updated.Note));
        Assert.False((await readings.GetStoredAsync(Key)).ContainsKey("note"));
    }

    [Fact]
    public void An_attribute_is_changed_once_in_an_update()
    {
        var update = Update.Of<Reading>().Set(Reading.Attributes.Value, 1m);

        var refused = Assert.Throws<InvalidOperationException>(() => update.Increment(Reading.Attributes.Value, 2m));
        Assert.Contains("'value'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_attribute_is_read_as_its_default()
    {
        await using var readings = await ReadingAsync();

        var updated = await readings.Table.UpdateAsync(Key, Update.Of<Reading>()
            .Remove(Reading.Attributes.Value)
            .Remove(Reading.Attributes.Log));

        Assert.Equal(0m, updated.Value);
        Assert.Empty(updated.Log);
    }

    [Fact]
    public async Task Increment_counts_from_nothing_up_and_down()
    {
        await using var readings = await ReadingAsync();
        var update = Update.Of<Reading>()
            .Increment(Reading.Attributes.Count, 2)
            .Increment(Reading.Attributes.Value, -0.5m);

        await readings.Table.UpdateAsync(Key, update);
        var updated = await readings.Table.UpdateAsync(Key, update);

        Assert.Equal((4, 0.5m), (updated.Count, updated.Value));
    }

    [Fact]
    public async Task Append_lengthens_a_list_also_one_that_is_absent()
    {
        await using var readings = await ReadingAsync();

        await readings.Table.UpdateAsync(Key, Update.Of<Reading>().Append(Reading.Attributes.Log, "b", "c"));
        Assert.Equal(["a", "b", "c"], (await readings.Table.GetAsync(Key))!.Log);

        await readings.Table.UpdateAsync(Key, Update.Of<Reading>().Remove(Reading.Attributes.Log));
        await readings.Table.UpdateAsync(Key, Update.Of<Reading>().Append(Reading.Attributes.Log, "d"));
        Assert.Equal(["d"], (await readings.Table.GetAsync(Key))!.Log);
    }

    [Fact]
    public async Task Elements_are_added_to_a_set_and_deleted_from_it()
    {
        await using var readings = await ReadingAsync();

        await readings.Table.UpdateAsync(Key, Update.Of<Reading>()
            .Add(Reading.Attributes.Tags, "wet", "cold")
            .Add(Reading.Attributes.Codes, 1, 2));
        var updated = await readings.Table.UpdateAsync(Key, Update.Of<Reading>()
            .Delete(Reading.Attributes.Tags, "wet", "never there")
            .Delete(Reading.Attributes.Codes, 1, 2));

        Assert.Equal(["cold"], updated.Tags);
        Assert.Empty(updated.Codes);
    }

    [Fact]
    public async Task An_empty_set_is_an_absent_attribute()
    {
        await using var readings = await ReadingAsync();
        await readings.Table.UpdateAsync(Key, Update.Of<Reading>().Add(Reading.Attributes.Tags, "wet"));

        await readings.Table.UpdateAsync(
            Key, Update.Of<Reading>().Set(Reading.Attributes.Tags, new HashSet<string>()));

        Assert.False((await readings.GetStoredAsync(Key)).ContainsKey("tags"));
    }

    [Fact]
    public async Task Attributes_that_the_type_does_not_know_stay()
    {
        await using var readings = await ReadingAsync();
        var item = await readings.GetStoredAsync(Key);
        item["unknown"] = new() { S = "kept" };
        await readings.Client.PutItemAsync(readings.Name, item);

        await readings.Table.UpdateAsync(Key, Update.Of<Reading>().Set(Reading.Attributes.Value, 9));

        Assert.Equal("kept", (await readings.GetStoredAsync(Key))["unknown"].S);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_a_conflict_and_nothing_is_written()
    {
        await using var readings = await ReadingAsync();
        var update = Update.Of<Reading>().Set(Reading.Attributes.Value, 9);

        var refusal = await Assert.ThrowsAsync<ConditionFailedException>(() => readings.Table.UpdateAsync(
            Key, update.If(Reading.Attributes.Note.Exists()).If(Reading.Attributes.Value.IsGreaterThan(2))));

        Assert.Equal(409, refusal.Problem.Status);
        Assert.Equal(1.5m, (await readings.Table.GetAsync(Key))!.Value);
        Assert.Equal(9, (await readings.Table.UpdateAsync(Key, update.If(Reading.Attributes.Note.Exists()))).Value);
    }

    [Fact]
    public async Task Every_update_raises_the_version_and_may_check_it()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var todo = await todos.Table.CreateAsync(new("alice", Guid.NewGuid(), "Buy milk", false, todos.Clock.GetUtcNow()));
        var key = TodoItem.Key(todo.Owner, todo.Id);
        var update = Update.Of<TodoItem>().Set(TodoItem.Attributes.Completed, true);

        Assert.Equal(2, (await todos.Table.UpdateAsync(key, update)).Version);
        Assert.Equal(3, (await todos.Table.UpdateAsync(key, update.IfVersion(2))).Version);
        var refusal = await Assert.ThrowsAsync<VersionMismatchException>(
            () => todos.Table.UpdateAsync(key, update.IfVersion(ExpectedVersion.IfMatch(2))));
        Assert.Equal((412, 3L), (refusal.Problem.Status, refusal.Actual));
    }

    [Fact]
    public async Task An_item_above_400_KB_is_refused_as_too_large()
    {
        await using var readings = await ReadingAsync();

        var creating = await Assert.ThrowsAsync<ItemTooLargeException>(
            () => readings.Table.CreateAsync(Stored with { Number = 2, Raw = new byte[410_000] }));
        await Assert.ThrowsAsync<ItemTooLargeException>(() => readings.Table.UpdateAsync(
            Key, Update.Of<Reading>().Set(Reading.Attributes.Raw, new byte[410_000])));

        Assert.Equal(413, creating.Problem.Status);
    }

    private async Task<TestTable<Reading>> ReadingAsync()
    {
        var readings = await TestTable<Reading>.CreateAsync(engine);
        await readings.Table.CreateAsync(Stored);
        return readings;
    }
}
