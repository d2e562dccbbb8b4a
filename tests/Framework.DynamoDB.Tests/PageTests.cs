using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>How a client reads a query page by page, whichever engine is behind it.</summary>
public abstract class PageTests(IEngine engine)
{
    private static readonly Guid Sensor = Guid.NewGuid();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(100)]
    public async Task Pages_hold_every_item_once_and_end_where_nothing_follows(int limit)
    {
        await using var readings = await ReadingsAsync(12);

        foreach (var query in new Query<Reading>[] { Reading.Partition(Sensor), Reading.Partition(Sensor).Descending() })
        {
            var pages = await PagesAsync(readings.Table, query, limit);

            Assert.Equal(await readings.Table.QueryAsync(query).Select(reading => reading.Number).ToListAsync(), pages.SelectMany(page => page));
            Assert.Equal((12 + limit - 1) / limit, pages.Count);
        }
    }

    [Fact]
    public async Task A_page_is_filled_up_though_the_filter_drops_most()
    {
        await using var readings = await ReadingsAsync(40);
        var query = Reading.Partition(Sensor).Where(Reading.Attributes.Count.IsEqualTo(0));

        var pages = await PagesAsync(readings.Table, query, 2);

        Assert.Equal([[0, 10], [20, 30]], pages);
    }

    [Fact]
    public async Task A_query_of_nothing_is_one_empty_page()
    {
        await using var readings = await ReadingsAsync(3);

        var page = await readings.Table.QueryPageAsync(Reading.Partition(Guid.NewGuid()), 10, null);

        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_query_only()
    {
        await using var readings = await ReadingsAsync(5);
        await using var others = await ReadingsAsync(5);
        var partition = Reading.Partition(Sensor);
        var cursor = (await readings.Table.QueryPageAsync(partition, 2, null)).Next;
        Assert.NotNull(cursor);

        await Refuses(readings.Table, Reading.Partition(Guid.NewGuid()), cursor);
        await Refuses(readings.Table, partition.Descending(), cursor);
        await Refuses(readings.Table, partition.AtLeast(0), cursor);
        await Refuses(others.Table, partition, cursor);
        Assert.Equal(2, (await readings.Table.QueryPageAsync(partition, 2, cursor)).Items[0].Number);
        var filtered = partition.Where(Reading.Attributes.Value.IsAtLeast(3));
        Assert.Equal(3, (await readings.Table.QueryPageAsync(filtered, 2, cursor)).Items[0].Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbled")]
    [InlineData("not base64!")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_garbled_cursor_is_refused(string cursor)
    {
        await using var readings = await ReadingsAsync(3);

        await Refuses(readings.Table, Reading.Partition(Sensor), cursor);
    }

    [Fact]
    public async Task A_cursor_with_any_letter_changed_is_refused()
    {
        await using var readings = await ReadingsAsync(3);
        var partition = Reading.Partition(Sensor);
        var cursor = (await readings.Table.QueryPageAsync(partition, 1, null)).Next!;

        for (var index = 0; index < cursor.Length - 1; index++)
        {
            var letters = cursor.ToCharArray();
            letters[index] = letters[index] == 'A' ? 'B' : 'A';
            await Refuses(readings.Table, partition, new(letters));
        }
    }

    private static async Task Refuses(ITable<Reading> table, Query<Reading> query, string cursor)
    {
        var refusal = await Assert.ThrowsAsync<InvalidCursorException>(() => table.QueryPageAsync(query, 2, cursor));
        Assert.Equal(400, refusal.Problem.Status);
        Assert.Equal(["cursor"], refusal.Problem.Errors!.Keys);
    }

    private static async Task<List<List<int>>> PagesAsync(ITable<Reading> table, Query<Reading> query, int limit)
    {
        var pages = new List<List<int>>();
        string? cursor = null;
        do
        {
            var page = await table.QueryPageAsync(query, limit, cursor);
            pages.Add([.. page.Items.Select(reading => reading.Number)]);
            cursor = page.Next;
        }
        while (cursor is not null);
        return pages;
    }

    private async Task<TestTable<Reading>> ReadingsAsync(int count)
    {
        var readings = await TestTable<Reading>.CreateAsync(engine);
        for (var number = 0; number < count; number++)
            await readings.Table.CreateAsync(new(Sensor, number, number, Count: number % 10));
        return readings;
    }
}
