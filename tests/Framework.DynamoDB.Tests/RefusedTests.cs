using System.Numerics;
using System.Text.Json;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What DynamoDB alone refuses is a problem of the client's that names the attribute, whichever engine is behind
/// it.</summary>
public abstract class RefusedTests(IEngine engine)
{
    private static readonly Measure Stored = new("a");
    private static readonly Key<Measure> Key = Measure.Key("a");

    private static readonly (string Attribute, Measure Item)[] Refused =
    [
        ("amount", Stored with { Value = double.NaN }),
        ("amount", Stored with { Value = 1e126 }),
        ("count", Stored with { Count = Int128.MaxValue }),
        ("priority", Stored with { Priority = (Priority)9 }),
        ("json", Stored with { Json = JsonElement.Parse("1e200") }),
        ("json", Stored with { Json = JsonElement.Parse("1e99999999999") }),
        ("json.a[1]", Stored with { Json = JsonElement.Parse($$"""{"a":[1,{{new string('9', 39)}}]}""") }),
        ("json.a", Stored with { Json = JsonElement.Parse("""{"a":{"":1}}""") }),
        ("json", Stored with { Json = Nested(33) }),
        ("values", Stored with { Values = [1, double.PositiveInfinity] }),
        ("priorities", Stored with { Priorities = [Priority.Low, (Priority)9] }),
        ("counts", Stored with { Counts = new() { [""] = 1 } }),
        ("numbers", Stored with { Numbers = [BigInteger.Pow(10, 126)] }),
        ("binaries", Stored with { Binaries = [[1], [1]] }),
        ("branch", Stored with { Branch = Branches(32) }),
        ("weight", Stored with { Branch = new(null, double.NaN) }),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Refused.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_value_that_DynamoDB_does_not_hold_is_named(int index)
    {
        var (attribute, item) = Refused[index];
        await using var measures = await TestTable<Measure>.CreateAsync(engine);
        await measures.Table.CreateAsync(Stored);

        await IsRefusedAsync(() => measures.Table.CreateAsync(item with { Id = "b" }));
        await IsRefusedAsync(() => measures.Table.PutAsync(item));
        await IsRefusedAsync(() => measures.Table.PatchAsync(Stored, item));
        await IsRefusedAsync(() => measures.Table.PutManyAsync([Stored with { Id = "c" }, item]));
        await IsRefusedAsync(() => new WriteTransaction().Create(measures.Table, item with { Id = "b" }).CommitAsync());

        Assert.Null(await measures.Table.GetAsync(Measure.Key("c")));
        Assert.Equal(FullText.Of(Stored), FullText.Of(await measures.Table.GetAsync(Key)));

        async Task IsRefusedAsync(Func<Task> write)
        {
            var refusal = await Assert.ThrowsAsync<InvalidValueException>(write);
            Assert.Equal((400, "invalid-value"), (refusal.Problem.Status, refusal.Problem.Kind));
            Assert.Equal([attribute], refusal.Problem.Errors!.Keys);
        }
    }

    [Fact]
    public async Task What_is_just_within_the_limits_is_stored()
    {
        await using var measures = await TestTable<Measure>.CreateAsync(engine);
        var item = Stored with
        {
            Value = 9.9e125,
            Count = 10 * (Int128)Math.Pow(10, 18),
            Json = Nested(31),
            Branch = Branches(30),
            Numbers = [BigInteger.Pow(10, 125)],
        };

        await measures.Table.CreateAsync(item);

        Assert.Equal(FullText.Of(item), FullText.Of(await measures.Table.GetAsync(Key)));
    }

    [Fact]
    public void A_value_that_DynamoDB_does_not_hold_is_named_in_conditions_and_updates_too()
    {
        IsRefused("amount", () => Measure.Attributes.Value.IsEqualTo(double.NaN));
        IsRefused("amount", () => Measure.Attributes.Value.IsBetween(0, 1e126));
        IsRefused("priority", () => Measure.Attributes.Priority.IsIn(Priority.Low, (Priority)9));
        IsRefused("json", () => Measure.Attributes.Json.IsEqualTo(JsonElement.Parse("1e200")));
        IsRefused("values", () => Measure.Attributes.Values.Contains(double.NaN));
        IsRefused("values", () => Update.Of<Measure>().Append(Measure.Attributes.Values, double.NaN));
        IsRefused("binaries", () => Update.Of<Measure>().Add(Measure.Attributes.Binaries, [1], [1]));
        IsRefused("amount", () => Update.Of<Measure>().Increment(Measure.Attributes.Value, double.NaN));
        IsRefused("counts", () => Measure.Attributes.Counts[""]);
        IsRefused("branch", () => Update.Of<Measure>().Set(Measure.Attributes.Branch, Branches(32)));

        static void IsRefused(string attribute, Func<object> make) =>
            Assert.Equal(attribute, Assert.Throws<InvalidValueException>(make).Attribute);
    }

    [Fact]
    public async Task A_sum_beyond_the_range_of_numbers_names_the_number()
    {
        await using var measures = await TestTable<Measure>.CreateAsync(engine);
        await measures.Table.CreateAsync(Stored with { Value = 9.9e125 });
        var update = Update.Of<Measure>().Increment(Measure.Attributes.Value, 9.9e125);

        var alone = await Assert.ThrowsAsync<InvalidValueException>(() => measures.Table.UpdateAsync(Key, update));
        var together = await Assert.ThrowsAsync<InvalidValueException>(
            () => new WriteTransaction().Update(measures.Table, Key, update).CommitAsync());

        Assert.Equal(("amount", "amount"), (alone.Attribute, together.Attribute));
    }

    [Fact]
    public async Task A_change_within_what_is_absent_is_a_conflict()
    {
        await using var measures = await TestTable<Measure>.CreateAsync(engine);
        await measures.Table.CreateAsync(Stored);
        var update = Update.Of<Measure>().Set(Measure.Attributes.Limits.Name, "a");

        await IsConflictAsync(() => measures.Table.UpdateAsync(Key, update));
        await IsConflictAsync(() => new WriteTransaction().Update(measures.Table, Key, update).CommitAsync());
        await measures.Client.UpdateItemAsync(new()
        {
            TableName = measures.Name,
            Key = new() { ["id"] = new("a") },
            UpdateExpression = "SET limits = :null, amount = :null",
            ExpressionAttributeValues = new() { [":null"] = new() { NULL = true } },
        });
        await IsConflictAsync(() => measures.Table.UpdateAsync(Key, update));
        var increment = await Assert.ThrowsAsync<ConditionFailedException>(
            () => measures.Table.UpdateAsync(Key, Update.Of<Measure>().Increment(Measure.Attributes.Value, 1)));
        Assert.Equal(409, increment.Problem.Status);

        async Task IsConflictAsync(Func<Task> write)
        {
            var refusal = await Assert.ThrowsAsync<ConditionFailedException>(write);
            Assert.Equal((409, "conflict"), (refusal.Problem.Status, refusal.Problem.Kind));
            Assert.Contains("'limits'", refusal.Problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_whose_names_come_twice_is_stored_with_the_last()
    {
        await using var measures = await TestTable<Measure>.CreateAsync(engine);

        await measures.Table.CreateAsync(Stored with { Json = JsonElement.Parse("""{"a":1,"a":2}""") });

        Assert.Equal("""{"a":2}""", (await measures.Table.GetAsync(Key))!.Json.GetRawText());
    }

    [Fact]
    public async Task A_search_for_nothing_asks_for_nothing_and_one_that_is_too_long_is_refused()
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        await words.Table.CreateAsync(new("en", "ab"));

        Assert.Single(await words.Table.QueryAsync(Word.Partition("en").StartsWith("")).ToListAsync());
        Assert.Empty(await words.Table.QueryAsync(Word.Partition("en").StartsWith(new('a', 1024))).ToListAsync());
        var refusal = Assert.Throws<InvalidKeyException>(() => Word.Partition("en").StartsWith(new('a', 1025)));
        Assert.Equal(["prefix"], refusal.Problem.Errors!.Keys);
        Assert.Throws<InvalidKeyException>(() => Word.Partition("en").AtLeast(""));
    }

    [Theory]
    [InlineData(1020)]
    [InlineData(1021)]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(1024)]
    public async Task A_range_of_keys_as_long_as_keys_may_be_can_be_asked_for(int length)
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        var text = new string('a', length);
        await words.Table.CreateAsync(new("en", text));
        var query = new PrefixedQuery<Word, string>(KeyValue.Of("en"), KeyValue.Sort(text), static word => KeyValue.Sort(word));

        Assert.Single(await words.Table.QueryAsync(query.AtLeast(text)).ToListAsync());
        if (length < 1024)
            Assert.Empty(await words.Table.QueryAsync(query.GreaterThan(text)).ToListAsync());
        else
            Assert.Throws<InvalidKeyException>(() => query.GreaterThan(text));
    }

    [Fact]
    public async Task A_missing_table_names_itself_and_its_variable()
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        await using var services = new ServiceCollection()
            .AddSingleton(words.Client)
            .AddTable<Measure>("no-measures")
            .AddTable<Word>(words.Name)
            .BuildServiceProvider();
        var (measures, known) = (services.GetRequiredService<ITable<Measure>>(), services.GetRequiredService<ITable<Word>>());
        const string Said = "'no-measures' in this account and region: create it, or name another in TABLE_NO_MEASURES.";

        foreach (var call in new Func<Task>[]
            {
                () => measures.GetAsync(Key),
                () => measures.CreateAsync(Stored),
                () => measures.UpdateAsync(Key, Update.Of<Measure>().Set(Measure.Attributes.Value, 1)),
                () => measures.PutManyAsync([Stored]),
                () => measures.GetManyAsync([Key]),
                () => measures.CountAsync(Query()),
            })
            Assert.EndsWith(Said, (await Assert.ThrowsAnyAsync<InvalidOperationException>(call)).Message, StringComparison.Ordinal);
        var transaction = await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => new WriteTransaction().Create(known, new("en", "a")).Create(measures, Stored).CommitAsync());
        Assert.Contains("TABLE_NO_MEASURES", transaction.Message, StringComparison.Ordinal);

        static Query<Measure> Query() => Measure.Partition("a");
    }

    private static JsonElement Nested(int levels) =>
        JsonElement.Parse(string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels)));

    private static Branch Branches(int levels) =>
        Enumerable.Range(1, levels - 1).Aggregate(new Branch(null), (branch, _) => new Branch(branch));
}
