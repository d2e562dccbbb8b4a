using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>What a query reads, whichever engine is behind it.</summary>
public abstract class QueryTests(IEngine engine)
{
    private static readonly Guid Sensor = Guid.NewGuid();

    [Fact]
    public async Task A_query_reads_one_partition_in_the_order_of_the_sort_key()
    {
        await using var readings = await ReadingsAsync(-2, 10, 9);
        await readings.Table.CreateAsync(new(Guid.NewGuid(), 5));

        Assert.Equal([-2, 9, 10], await NumbersAsync(readings, Reading.Partition(Sensor)));
        Assert.Equal([10, 9, -2], await NumbersAsync(readings, Reading.Partition(Sensor).Descending()));
        Assert.Equal([-2, 9], await NumbersAsync(readings, Reading.Partition(Sensor).Take(2)));
        Assert.Equal([-2, 9, 10], await NumbersAsync(readings, Reading.Partition(Sensor).EventuallyConsistent()));
        Assert.Empty(await NumbersAsync(readings, Reading.Partition(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_query_narrows_the_sort_key()
    {
        await using var readings = await ReadingsAsync(1, 2, 3, 4);
        var partition = Reading.Partition(Sensor);

        Assert.Equal([2], await NumbersAsync(readings, partition.EqualTo(2)));
        Assert.Equal([1], await NumbersAsync(readings, partition.LessThan(2)));
        Assert.Equal([1, 2], await NumbersAsync(readings, partition.AtMost(2)));
        Assert.Equal([3, 4], await NumbersAsync(readings, partition.GreaterThan(2)));
        Assert.Equal([2, 3, 4], await NumbersAsync(readings, partition.AtLeast(2)));
        Assert.Equal([3, 2], await NumbersAsync(readings, partition.Between(2, 3).Descending()));
    }

    [Fact]
    public async Task No_key_lies_between_bounds_that_are_the_wrong_way_round()
    {
        await using var readings = await ReadingsAsync(1, 2, 3);
        var query = Reading.Partition(Sensor).Between(3, 1);

        Assert.Empty(await NumbersAsync(readings, query));
        Assert.Equal(0, await readings.Table.CountAsync(query));
        Assert.Empty((await readings.Table.QueryPageAsync(query, 10, null)).Items);
        Assert.Equal([2], await NumbersAsync(readings, Reading.Partition(Sensor).Between(2, 2)));
    }

    [Fact]
    public async Task A_sort_key_of_text_can_be_asked_for_its_beginning()
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        foreach (var text in new[] { "ab", "abc", "b" })
            await words.Table.CreateAsync(new("en", text));

        var found = await words.Table.QueryAsync(Word.Partition("en").StartsWith("ab")).ToListAsync();

        Assert.Equal(["ab", "abc"], found.Select(word => word.Text));
    }

    [Fact]
    public async Task A_filter_keeps_the_items_for_which_it_holds()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        await readings.Table.CreateAsync(new(Sensor, 1, 0.5m, "calm sea") { Priority = Priority.High });
        await readings.Table.CreateAsync(new(Sensor, 2, 1.5m) { Tags = new HashSet<string> { "storm" }, Log = ["wet"] });
        await readings.Table.CreateAsync(new(Sensor, 3, 2.5m, "rough", Count: 7) { Codes = new HashSet<int> { 4 }, Raw = [9] });

        async Task Holds(Condition<Reading> condition, params int[] numbers) =>
            Assert.Equal(numbers, await NumbersAsync(readings, Reading.Partition(Sensor).Where(condition)));

        await Holds(Reading.Attributes.Value.IsEqualTo(1.5m), 2);
        await Holds(Reading.Attributes.Value.IsNotEqualTo(1.5m), 1, 3);
        await Holds(Reading.Attributes.Value.IsLessThan(1.5m), 1);
        await Holds(Reading.Attributes.Value.IsAtMost(1.5m), 1, 2);
        await Holds(Reading.Attributes.Value.IsGreaterThan(1.5m), 3);
        await Holds(Reading.Attributes.Value.IsAtLeast(1.5m), 2, 3);
        await Holds(Reading.Attributes.Value.IsBetween(1, 2), 2);
        await Holds(Reading.Attributes.Value.IsIn(0.5m, 2.5m), 1, 3);
        await Holds(Reading.Attributes.Note.Exists(), 1, 3);
        await Holds(Reading.Attributes.Note.IsAbsent(), 2);
        await Holds(Reading.Attributes.Note.IsEqualTo(null), 2);
        await Holds(Reading.Attributes.Note.IsNotEqualTo(null), 1, 3);
        await Holds(Reading.Attributes.Note.StartsWith("calm"), 1);
        await Holds(Reading.Attributes.Note.Contains("ou"), 3);
        await Holds(Reading.Attributes.Count.IsAtLeast(7), 3);
        await Holds(Reading.Attributes.Priority.IsEqualTo(Priority.High), 1);
        await Holds(Reading.Attributes.Tags.Contains("storm"), 2);
        await Holds(Reading.Attributes.Codes.Contains(4), 3);
        await Holds(Reading.Attributes.Log.Contains("wet"), 2);
        await Holds(Reading.Attributes.Raw.IsEqualTo([9]), 3);
        await Holds(Reading.Attributes.Note.Exists().And(Reading.Attributes.Value.IsLessThan(1)), 1);
        await Holds(Reading.Attributes.Note.IsAbsent().Or(Reading.Attributes.Value.IsLessThan(1)), 1, 2);
        await Holds(Reading.Attributes.Note.IsAbsent().Or(Reading.Attributes.Value.IsLessThan(1)).Not(), 3);
    }

    [Fact]
    public async Task Conditions_named_one_after_the_other_all_hold()
    {
        await using var readings = await ReadingsAsync(1, 2, 3);
        var query = Reading.Partition(Sensor)
            .Where(Reading.Attributes.Value.IsAtLeast(2).Or(Reading.Attributes.Value.IsAtLeast(1)))
            .Where(Reading.Attributes.Value.IsLessThan(3));

        Assert.Equal([1, 2], await NumbersAsync(readings, query));
    }

    [Fact]
    public async Task A_query_goes_on_after_pages_that_the_filter_empties()
    {
        // Each item is some 300 KB, and a page ends at 1 MB: the only one that the filter keeps is on the last page.
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        for (var number = 1; number <= 8; number++)
            await readings.Table.CreateAsync(new(Sensor, number, number) { Raw = new byte[300_000] });
        var query = Reading.Partition(Sensor).Where(Reading.Attributes.Value.IsEqualTo(8));

        Assert.Equal([8], await NumbersAsync(readings, query));
        var page = await readings.Table.QueryPageAsync(query, 1, null);
        Assert.Equal([8], page.Items.Select(reading => reading.Number));
        Assert.Null(page.Next);
    }

    private static async Task<List<int>> NumbersAsync(TestTable<Reading> readings, Query<Reading> query) =>
        await readings.Table.QueryAsync(query).Select(reading => reading.Number).ToListAsync();

    private async Task<TestTable<Reading>> ReadingsAsync(params int[] numbers)
    {
        var readings = await TestTable<Reading>.CreateAsync(engine);
        foreach (var number in numbers)
            await readings.Table.CreateAsync(new(Sensor, number, number));
        return readings;
    }
}
