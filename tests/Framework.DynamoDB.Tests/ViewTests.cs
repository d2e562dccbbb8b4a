using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items.Shop;

namespace Framework.DynamoDB.Tests;

/// <summary>What a view of an item reads, whichever engine is behind it.</summary>
public abstract class ViewTests(IEngine engine)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_view_holds_its_properties_of_the_items_that_the_query_finds()
    {
        await using var orders = await OrdersAsync();
        var query = Order.Partition("ann").Where(Order.Attributes.PlacedAt.IsEqualTo(Monday));

        Assert.Equal(
            [new OrderTotal(1, 10, OrderStatus.Open), new(2, null, null), new(3, 30, OrderStatus.Packed)],
            await orders.Table.QueryAsync<OrderTotal>(query).ToListAsync());
        Assert.Equal(
            [new OrderTotal(3, 30, OrderStatus.Packed)],
            await orders.Table.QueryAsync<OrderTotal>(Order.Gsi1(OrderStatus.Packed)).ToListAsync());
    }

    [Fact]
    public async Task Pages_of_a_view_join_without_gap_or_repeat()
    {
        await using var orders = await OrdersAsync();
        foreach (var query in new Query<Order>[] { Order.Partition("ann"), Order.ByTotal("ann"), Order.Gsi1(OrderStatus.Open) })
        {
            var all = await orders.Table.QueryAsync<OrderTotal>(query).ToListAsync();
            var found = new List<OrderTotal>();
            string? cursor = null;
            do
            {
                var page = await orders.Table.QueryPageAsync<OrderTotal>(query, 1, cursor);
                found.AddRange(page.Items);
                cursor = page.Next;
            }
            while (cursor is not null);
            Assert.Equal(all, found);
        }
    }

    private protected async Task<TestTable<Order>> OrdersAsync()
    {
        var orders = await TestTable<Order>.CreateAsync(engine);
        foreach (var order in new Order[]
        {
            new("ann", 1, Monday, OrderStatus.Open, 10),
            new("ann", 2, Monday),
            new("ann", 3, Monday, OrderStatus.Packed, 30),
            new("ann", 4, Monday, OrderStatus.Open, 40, ForgottenAt: Monday),
            new("bob", 5, Monday, OrderStatus.Open, 50),
        })
            await orders.Table.CreateAsync(order);
        return orders;
    }
}
