using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.DynamoDB.Tests;

/// <summary>An item that lacks an attribute is to conditions, updates and versions what it is read as, whichever engine is
/// behind it.</summary>
public abstract class AbsentTests(IEngine engine)
{
    private const int Written = 1000;

    private static readonly Gen<Grown> Items =
        from level in Gen.Elements(3, 3, 4)
        from state in Gen.Elements(Grown.Fresh, Grown.Fresh, "old")
        from log in Gen.Elements<IReadOnlyList<string>>(["made"], ["made"], [], ["made", "sold"])
        from limits in Gen.Elements<Limits>(new(10) { Name = "standard" }, new(10) { Name = "standard" }, new(5), new(5) { Least = 2 })
        from special in Gen.Elements<Limits?>(null, new Limits(7))
        select new Grown("a", 0, level) { State = state, Log = log, Limits = limits, Special = special };

    [Fact]
    public async Task A_condition_holds_for_an_absent_attribute_as_for_what_it_is_read_as()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);
        var variants = Items.Sample(30).Select((item, number) => item with { Number = number }).ToList();
        foreach (var item in variants)
            await PutBothAsync(items, item);

        foreach (var (text, condition) in Conditions(2).Sample(300))
        {
            var found = await items.Table.QueryAsync(Grown.Partition("a").Where(condition)).Select(item => item.Number).ToListAsync();

            var written = found.Where(number => number >= Written).Select(number => number - Written);
            Assert.True(
                written.SequenceEqual(found.Where(number => number < Written)),
                $"{text} holds for {string.Join(", ", found)} of {string.Join("\n", variants.Select(FullText.Of))}");
        }
    }

    [Fact]
    public async Task An_update_makes_of_an_absent_attribute_what_it_makes_of_what_it_is_read_as()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);

        foreach (var (item, (text, change)) in Items.Zip(Updates).Sample(120))
        {
            await PutBothAsync(items, item);

            var (older, written) = (await UpdateAsync(items, item.Number, change), await UpdateAsync(items, Written, change));

            Assert.True(written == older, $"{text} made {older} of {item}, and not {written}");
        }
    }

    [Fact]
    public async Task Whether_an_attribute_is_stored_can_be_asked()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);
        await PutBothAsync(items, new("a", 0));

        Assert.Equal([0], await NumbersAsync(items, Grown.Attributes.Level.IsAbsent()));
        Assert.Equal([Written], await NumbersAsync(items, Grown.Attributes.Level.Exists()));
        Assert.Equal([0, Written], await NumbersAsync(items, Grown.Attributes.Level.IsEqualTo(3)));
    }

    [Fact]
    public async Task A_map_that_is_absent_is_compared_as_what_it_is_read_as()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);
        await PutBothAsync(items, new("a", 0));

        Assert.Equal([0, Written], await NumbersAsync(items, Grown.Attributes.Limits.IsEqualTo(new(10) { Name = "standard" })));
        Assert.Empty(await NumbersAsync(items, Grown.Attributes.Limits.IsNotEqualTo(new(10) { Name = "standard" })));
        Assert.Equal([0, Written], await NumbersAsync(items, Grown.Attributes.Limits.IsNotEqualTo(new(10))));
    }

    [Fact]
    public async Task A_view_reads_an_absent_attribute_as_the_item_does()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);
        await PutBothAsync(items, new("a", 0));

        var views = await items.Table.QueryAsync<GrownView>(Grown.Partition("a")).ToListAsync();

        Assert.All(views, view => Assert.Equal((3, "fresh", TimeSpan.FromDays(7)), (view.Level, view.State, view.Patience)));
        Assert.Equal(2, views.Count);
    }

    [Fact]
    public async Task A_patch_within_a_map_that_is_absent_stores_the_map()
    {
        await using var items = await TestTable<Grown>.CreateAsync(engine);
        await PutBothAsync(items, new("a", 0));
        var read = (await items.Table.GetAsync(Grown.Key("a", 0)))!;

        var patched = await items.Table.PatchAsync(read, read with { Limits = read.Limits with { Most = 11 } });

        Assert.Equal((11, "standard"), (patched.Limits.Most, patched.Limits.Name));
    }

    [Fact]
    public async Task An_item_without_a_version_has_version_0()
    {
        await using var elders = await TestTable<Elder>.CreateAsync(engine);
        var rename = Update.Of<Elder>().Set(Elder.Attributes.Name, "b");

        Assert.Equal(1, (await elders.Table.UpdateAsync(await StoreAsync(), rename.IfVersion(0))).Version);
        Assert.Equal(1, (await elders.Table.ReplaceAsync((await elders.Table.GetAsync(await StoreAsync()))!)).Version);
        var read = (await elders.Table.GetAsync(await StoreAsync()))!;
        Assert.Equal(1, (await elders.Table.PatchAsync(read, read with { Name = "c" })).Version);
        await elders.Table.DeleteAsync(await StoreAsync(), 0);
        await new WriteTransaction().Delete(elders.Table, await StoreAsync(), 0).CommitAsync();
        await new WriteTransaction().Update(elders.Table, await StoreAsync(), rename.IfVersion(0)).CommitAsync();
        await new WriteTransaction().Replace(elders.Table, (await elders.Table.GetAsync(await StoreAsync()))!).CommitAsync();

        var refusal = await Assert.ThrowsAsync<VersionMismatchException>(
            async () => await elders.Table.DeleteAsync(await StoreAsync(), 1));
        Assert.Equal(0, refusal.Actual);
        await elders.Table.UpdateAsync(Elder.Key("e"), rename);
        await Assert.ThrowsAsync<VersionMismatchException>(() => elders.Table.UpdateAsync(Elder.Key("e"), rename.IfVersion(0)));

        async Task<Key<Elder>> StoreAsync()
        {
            await elders.Client.PutItemAsync(elders.Name, new() { ["id"] = new("e"), ["name"] = new("a") });
            return Elder.Key("e");
        }
    }

    [Fact]
    public async Task An_older_item_may_be_given_a_unique_value()
    {
        await using var elders = await TestTable<Elder>.CreateAsync(engine);
        foreach (var id in new[] { "a", "b" })
            await elders.Client.PutItemAsync(elders.Name, new() { ["id"] = new(id), ["name"] = new("n") });
        var mark = Update.Of<Elder>().Set(Elder.Attributes.Email, "a@x").IfVersion(0);

        await elders.Table.UpdateAsync(Elder.Key("a"), mark);

        await Assert.ThrowsAsync<NotUniqueException>(() => elders.Table.UpdateAsync(Elder.Key("b"), mark));
    }

    // The item with all that it holds, and without what is read in its place all the same.
    private static async Task PutBothAsync(TestTable<Grown> items, Grown item)
    {
        await items.Table.PutAsync(item with { Number = item.Number + Written });
        var stored = await items.GetStoredAsync(Grown.Key(item.Id, item.Number + Written));
        stored["number"] = new() { N = $"{item.Number}" };
        foreach (var name in stored.Keys.Except(["id", "number"]).ToList())
            await RemoveIfSameAsync(stored, name);
        foreach (var map in stored.Values.Where(value => value.IsMSet))
            foreach (var name in map.M.Keys.ToList())
                await RemoveIfSameAsync(map.M, name);
        await items.Client.PutItemAsync(items.Name, stored);

        Task RemoveIfSameAsync(Dictionary<string, AttributeValue> attributes, string name)
        {
            attributes.Remove(name, out var value);
            if (!IsSame())
                attributes.Add(name, value!);
            return Task.CompletedTask;
        }

        bool IsSame()
        {
            try
            {
                return FullText.Of(Read<Grown>(stored)) == FullText.Of(item);
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }

    private static async Task<string> UpdateAsync(TestTable<Grown> items, int number, Update<Grown> change)
    {
        try
        {
            return FullText.Of(await items.Table.UpdateAsync(Grown.Key("a", number), change) with { Number = 0 });
        }
        catch (TableException exception)
        {
            return exception.GetType().Name;
        }
    }

    private static async Task<IEnumerable<int>> NumbersAsync(TestTable<Grown> items, Condition<Grown> condition) =>
        await items.Table.QueryAsync(Grown.Partition("a").Where(condition)).Select(item => item.Number).ToListAsync();

    private static T Read<T>(Dictionary<string, AttributeValue> attributes)
        where T : class, ITableItem<T> => T.Read(attributes);

    private static Gen<(string, Condition<Grown>)> Conditions(int depth) => depth == 0
        ? Simple
        : Gen.Frequency(
            (3, Simple),
            (1, from one in Conditions(depth - 1)
                from other in Conditions(depth - 1)
                select ($"({one.Item1} and {other.Item1})", one.Item2.And(other.Item2))),
            (1, from one in Conditions(depth - 1)
                from other in Conditions(depth - 1)
                select ($"({one.Item1} or {other.Item1})", one.Item2.Or(other.Item2))),
            (1, from one in Conditions(depth - 1) select ($"not {one.Item1}", one.Item2.Not())));

    private static Gen<(string, Condition<Grown>)> Simple => Gen.OneOf(
        Compared("level", Grown.Attributes.Level, 2, 3, 4),
        Compared("title", Grown.Attributes.Title, "", "a"),
        Compared("state", Grown.Attributes.State, "fresh", "old", "e", "z"),
        Compared("price", Grown.Attributes.Price, 1.50m, 0, 2),
        Compared("patience", Grown.Attributes.Patience, TimeSpan.FromDays(7), TimeSpan.Zero, TimeSpan.FromDays(8)),
        Compared("batch", Grown.Attributes.Batch, Guid.Empty, Guid.NewGuid()),
        Compared("priority", Grown.Attributes.Priority, Enum.GetValues<Priority>()),
        Compared("raw", Grown.Attributes.Raw, [1, 2], [1], [2]),
        Compared("note", Grown.Attributes.Note, "a", "b"),
        Compared("limits.least", Grown.Attributes.Limits.Least, 1, 2),
        Compared("limits.name", Grown.Attributes.Limits.Name, "standard", "unnamed", "a"),
        Compared("limits.most", Grown.Attributes.Limits.Most, 5, 10, 11),
        Compared("special.least", Grown.Attributes.Special.Least, 1, 2),
        Compared("special.name", Grown.Attributes.Special.Name, "unnamed", "a"),
        Equal("archived", Grown.Attributes.Archived, true, false),
        Equal("log", Grown.Attributes.Log, ["made"], [], ["made", "sold"]),
        Equal("codes", Grown.Attributes.Codes, [], [1]),
        Equal("counts", Grown.Attributes.Counts, new Dictionary<string, int>(), new Dictionary<string, int> { ["a"] = 1 }),
        Equal("special", Grown.Attributes.Special, (Limits?)null),
        Equal("note", Grown.Attributes.Note, null, "a"),
        Equal("log[0]", Grown.Attributes.Log[0], "made", "sold"),
        Equal("limits.notes[0]", Grown.Attributes.Limits.Notes[0], "none yet", "a"),
        Equal("special.notes[0]", Grown.Attributes.Special.Notes[0], "none yet", "a"),
        Equal("counts.a", Grown.Attributes.Counts["a"], 1, 2),
        Gen.Elements("made", "sold", "a").Select(text => ($"log contains {text}", Grown.Attributes.Log.Contains(text))),
        Gen.Elements("none yet", "a").Select(text => ($"limits.notes contains {text}", Grown.Attributes.Limits.Notes.Contains(text))),
        Gen.Elements("none yet", "a").Select(text => ($"special.notes contains {text}", Grown.Attributes.Special.Notes.Contains(text))),
        Gen.Elements("fr", "x").Select(text => ($"state starts with {text}", Grown.Attributes.State.StartsWith(text))),
        Gen.Elements("es", "x").Select(text => ($"state contains {text}", Grown.Attributes.State.Contains(text))));

    private static Gen<(string, Condition<Grown>)> Compared<TValue>(
        string name, ScalarPath<Grown, TValue> path, params TValue[] values) =>
        from value in Gen.Elements(values)
        from other in Gen.Elements(values)
        from condition in Gen.Elements(
            ($"{name} = {value}", path.IsEqualTo(value)),
            ($"{name} <> {value}", path.IsNotEqualTo(value)),
            ($"{name} < {value}", path.IsLessThan(value)),
            ($"{name} <= {value}", path.IsAtMost(value)),
            ($"{name} > {value}", path.IsGreaterThan(value)),
            ($"{name} >= {value}", path.IsAtLeast(value)),
            ($"{name} in {value}, {other}", path.IsIn(value, other)),
            ($"{name} between {value} and {other}", path.IsBetween(value, other)))
        select condition;

    private static Gen<(string, Condition<Grown>)> Equal<TValue>(
        string name, AttributePath<Grown, TValue> path, params TValue[] values) =>
        from value in Gen.Elements(values)
        from condition in Gen.Elements(
            ($"{name} = {FullText.Of(value)}", path.IsEqualTo(value)),
            ($"{name} <> {FullText.Of(value)}", path.IsNotEqualTo(value)))
        select condition;

    private static Gen<(string, Update<Grown>)> Updates =>
        from change in Gen.Elements<(string, Func<Update<Grown>, Update<Grown>>)>(
            ("level + 2", update => update.Increment(Grown.Attributes.Level, 2)),
            ("price - 0.5", update => update.Increment(Grown.Attributes.Price, -0.5m)),
            ("patience + 1 h", update => update.Increment(Grown.Attributes.Patience, TimeSpan.FromHours(1))),
            ("limits.least + 1", update => update.Increment(Grown.Attributes.Limits.Least, 1)),
            ("special.least + 1", update => update.Increment(Grown.Attributes.Special.Least, 1)),
            ("counts.a + 1", update => update.Increment(Grown.Attributes.Counts["a"], 1)),
            ("counts.a = 1", update => update.Set(Grown.Attributes.Counts["a"], 1)),
            ("log, sold", update => update.Append(Grown.Attributes.Log, "sold")),
            ("codes, 1", update => update.Append(Grown.Attributes.Codes, 1)),
            ("limits.notes, a", update => update.Append(Grown.Attributes.Limits.Notes, "a")),
            ("special.notes, a", update => update.Append(Grown.Attributes.Special.Notes, "a")),
            ("tags, a", update => update.Add(Grown.Attributes.Tags, "a")),
            ("tags without a", update => update.Delete(Grown.Attributes.Tags, "a")),
            ("limits.name = a", update => update.Set(Grown.Attributes.Limits.Name, "a")),
            ("limits.notes[1] = a", update => update.Set(Grown.Attributes.Limits.Notes[1], "a")),
            ("special.name = a", update => update.Set(Grown.Attributes.Special.Name, "a")),
            ("log[0] = a", update => update.Set(Grown.Attributes.Log[0], "a")),
            ("level removed", update => update.Remove(Grown.Attributes.Level)))
        from condition in Gen.OneOf(Conditions(1), Gen.Constant(("", (Condition<Grown>)null!)))
        select ($"{change.Item1} if {condition.Item1}", condition.Item2 is null
            ? change.Item2(Update.Of<Grown>())
            : change.Item2(Update.Of<Grown>()).If(condition.Item2));
}
