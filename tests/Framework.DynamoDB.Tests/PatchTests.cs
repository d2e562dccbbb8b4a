using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using FsCheck.Fluent;

namespace Framework.DynamoDB.Tests;

/// <summary>What a patch writes, whichever engine is behind it.</summary>
public abstract class PatchTests(IEngine engine)
{
    private static readonly TodoItem Todo = new(
        "alice", Guid.CreateVersion7(), "Buy milk", Completed: false, new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero), Note: "2 %");

    private static readonly Profile Alice = new("alice", "Alice", new("Main St", "Berlin"))
    {
        Counts = new() { ["seen"] = 1, ["liked"] = 2 },
        Tags = ["a"],
    };

    [Fact]
    public async Task A_patch_writes_what_differs_and_raises_the_version()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var created = await todos.Table.CreateAsync(Todo);

        var patched = await todos.Table.PatchAsync(created, created with { Completed = true, Note = null });

        Assert.Equal(created with { Completed = true, Note = null, Version = 2 }, patched);
        Assert.Equal(patched, await todos.Table.GetAsync(TodoItem.Key(Todo.Owner, Todo.Id)));
    }

    [Fact]
    public async Task A_patch_of_an_older_version_is_a_conflict_or_a_failed_precondition()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var first = await todos.Table.CreateAsync(Todo);
        await todos.Table.PatchAsync(first, first with { Title = "Buy bread" });

        var conflict = await Assert.ThrowsAsync<VersionMismatchException>(
            () => todos.Table.PatchAsync(first, first with { Note = null }));
        var precondition = await Assert.ThrowsAsync<VersionMismatchException>(
            () => todos.Table.PatchAsync(first, first with { Note = null }, ExpectedVersion.IfMatch(1)));

        Assert.Equal((409, 412), (conflict.Problem.Status, precondition.Problem.Status));
    }

    [Fact]
    public async Task A_patch_without_a_difference_writes_nothing()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);
        var created = await todos.Table.CreateAsync(Todo);

        var patched = await todos.Table.PatchAsync(created, created with { });

        Assert.Equal(created, patched);
        Assert.Equal(1, (await todos.Table.GetAsync(TodoItem.Key(Todo.Owner, Todo.Id)))!.Version);
    }

    [Fact]
    public async Task A_patch_of_what_was_deleted_is_not_found()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        await Assert.ThrowsAsync<ItemNotFoundException>(() => todos.Table.PatchAsync(Todo, Todo with { Title = "x" }));
    }

    [Fact]
    public async Task A_patch_to_another_key_is_refused()
    {
        await using var todos = await TestTable<TodoItem>.CreateAsync(engine);

        await Assert.ThrowsAsync<ArgumentException>(() => todos.Table.PatchAsync(Todo, Todo with { Owner = "bob" }));
    }

    [Fact]
    public async Task Two_patches_of_different_attributes_both_last_also_within_maps()
    {
        await using var profiles = await TestTable<Profile>.CreateAsync(engine);
        await profiles.Table.CreateAsync(Alice);

        await profiles.Table.PatchAsync(Alice, Alice with { Home = Alice.Home with { City = "Bonn" } });
        await profiles.Table.PatchAsync(Alice, Alice with { Home = Alice.Home with { Street = "Elm St" }, Tags = ["a", "b"] });
        await profiles.Table.PatchAsync(Alice, Alice with { Counts = new() { ["seen"] = 1, ["shared"] = 3 } });

        var stored = (await profiles.Table.GetAsync(Profile.Key("alice")))!;
        Assert.Equal(("Elm St", "Bonn"), (stored.Home.Street, stored.Home.City));
        Assert.Equal(["a", "b"], stored.Tags);
        Assert.Equal(new Dictionary<string, int> { ["seen"] = 1, ["shared"] = 3 }, stored.Counts);
    }

    [Fact]
    public async Task A_patch_keeps_what_the_type_does_not_know()
    {
        await using var profiles = await TestTable<Profile>.CreateAsync(engine);
        await profiles.Table.CreateAsync(Alice);
        await profiles.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = profiles.Name,
            Key = new() { ["id"] = new("alice") },
            UpdateExpression = "SET legacy = :v, home.zip = :v",
            ExpressionAttributeValues = new() { [":v"] = new("kept") },
        });

        await profiles.Table.PatchAsync(Alice, Alice with { Name = "Al", Home = Alice.Home with { City = "Bonn" } });

        var stored = await profiles.GetStoredAsync(Profile.Key("alice"));
        Assert.Equal(("kept", "kept"), (stored["legacy"].S, stored["home"].M["zip"].S));
    }

    [Fact]
    public async Task A_patch_makes_of_any_item_any_other()
    {
        await using var items = await TestTable<Everything>.CreateAsync(engine);

        foreach (var (pair, index) in EverythingGenerator.Items.Sample(40).Chunk(2).Select((pair, index) => (pair, index)))
        {
            var (before, after) = (pair[0] with { Name = $"item {index}" }, pair[1] with { Name = $"item {index}" });
            await items.Table.CreateAsync(before);

            var patched = await items.Table.PatchAsync(before, after);

            Assert.Equal(FullText.Of(after), FullText.Of(patched));
            Assert.Equal(FullText.Of(after), FullText.Of(await items.Table.GetAsync(Everything.Key(after.Name))));
        }
    }

    [Fact]
    public async Task A_patch_may_change_more_entries_than_an_expression_of_4_KB_can_name()
    {
        await using var profiles = await TestTable<Profile>.CreateAsync(engine);
        var before = Alice with { Counts = Enumerable.Range(0, 1000).ToDictionary(number => $"{number}", number => number) };
        await profiles.Table.CreateAsync(before);

        await profiles.Table.PatchAsync(before, before with
        {
            Home = before.Home with { City = "Bonn" },
            Counts = before.Counts.ToDictionary(entry => entry.Key, entry => entry.Value + 1),
        });

        var stored = (await profiles.Table.GetAsync(Profile.Key("alice")))!;
        Assert.Equal(("Bonn", 1000, 1000), (stored.Home.City, stored.Counts.Count, stored.Counts["999"]));
    }
}
