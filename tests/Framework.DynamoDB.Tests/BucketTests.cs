using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>Partitions of a day each, and ranges of times in them, whichever engine is behind it.</summary>
public abstract class BucketTests(IEngine engine)
{
    [Fact]
    public async Task A_partition_is_that_of_any_time_of_its_day()
    {
        await using var slots = await SlotsAsync();

        Assert.Equal(["9", "10", "23"], await TitlesAsync(slots, Slot.Partition("red", At(1, 15))));
        Assert.Equal(["next"], await TitlesAsync(slots, Slot.Partition("red", At(2, 0))));
        Assert.Empty(await TitlesAsync(slots, Slot.Partition("red", At(3, 0))));
        Assert.Equal(["23", "10", "9"], await TitlesAsync(slots, Slot.Partition("red", At(1, 0)).Descending()));
    }

    [Fact]
    public async Task A_range_of_times_is_asked_for_within_its_day()
    {
        await using var slots = await SlotsAsync();
        var day = Slot.Partition("red", At(1, 0));

        Assert.Equal(["10", "23"], await TitlesAsync(slots, day.AtLeast(At(1, 10))));
        Assert.Equal(["23"], await TitlesAsync(slots, day.GreaterThan(At(1, 10))));
        Assert.Equal(["9", "10"], await TitlesAsync(slots, day.AtMost(At(1, 10))));
        Assert.Equal(["9", "10"], await TitlesAsync(slots, day.Between(At(1, 9), At(1, 22))));
        Assert.Equal(["10"], await TitlesAsync(slots, day.EqualTo(At(1, 10))));
    }

    [Fact]
    public async Task A_range_may_be_of_a_part_that_others_follow()
    {
        await using var slots = await SlotsAsync();
        var day = Slot.ByDay(At(1, 0));

        Assert.Equal(["blue", "9", "10", "23"], await TitlesAsync(slots, day));
        Assert.Equal(["blue", "9"], await TitlesAsync(slots, day.EqualTo(At(1, 9))));
        Assert.Equal(["10", "23"], await TitlesAsync(slots, day.GreaterThan(At(1, 9))));
        Assert.Equal(["blue", "9", "10"], await TitlesAsync(slots, day.AtMost(At(1, 10))));
        Assert.Equal(["10"], await TitlesAsync(slots, day.Between(At(1, 10), At(1, 12))));
        Assert.Equal(["10", "23"], await TitlesAsync(slots, day.AtLeast(At(1, 10))));
    }

    [Fact]
    public async Task A_key_is_that_of_one_time()
    {
        await using var slots = await SlotsAsync();

        Assert.Equal("10", (await slots.Table.GetAsync(Slot.Key("red", At(1, 10))))!.Title);
        Assert.Null(await slots.Table.GetAsync(Slot.Key("red", At(1, 11))));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 12, day, hour, 0, 0, TimeSpan.Zero);

    private static async Task<IEnumerable<string>> TitlesAsync(TestTable<Slot> slots, Query<Slot> query) =>
        await slots.Table.QueryAsync(query).Select(slot => slot.Title).ToListAsync();

    private async Task<TestTable<Slot>> SlotsAsync()
    {
        var slots = await TestTable<Slot>.CreateAsync(engine);
        await slots.Table.PutManyAsync(
        [
            new("red", At(1, 9), "9"), new("red", At(1, 10), "10"), new("red", At(1, 23), "23"), new("red", At(2, 0), "next"),
            new("blue", At(1, 9), "blue"),
        ]).ThrowOnErrorAsync();
        return slots;
    }
}
