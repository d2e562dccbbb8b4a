using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items.Shop;

namespace Framework.DynamoDB.Tests;

/// <summary>A shop whose customers, orders and order lines share one table and one index, whichever engine is behind
/// it.</summary>
public abstract class ShopTests(IEngine engine)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>What each query reads of the shop, in its order.</summary>
    public static TheoryData<string, string> Queries => new()
    {
        { "ann's profile", "ann" },
        { "by ann's address", "ann" },
        { "by no address", "" },
        { "ann's orders", "1 2 10" },
        { "ann's orders, newest first", "10 2 1" },
        { "ann's orders from 2", "2 10" },
        { "ann's orders after 2", "10" },
        { "ann's orders up to 2", "1 2" },
        { "ann's orders 2 to 9", "2" },
        { "ann's order 10", "10" },
        { "ann's orders, 2 at most", "1 2" },
        { "ann's orders by total", "10 1" },
        { "ann's orders of 10 and more", "1" },
        { "bob's orders", "1" },
        { "nobody's orders", "" },
        { "open orders", "ann 1, bob 1, ann 10" },
        { "open orders of the day", "ann 1, bob 1" },
        { "packed orders", "" },
        { "ann's lines", "1.1 1.2 10.1" },
        { "ann's lines of order 1", "1.1 1.2" },
        { "ann's lines of order 1 after the first", "1.2" },
        { "lines of tea", "ann 1.1, bob 1.1" },
        { "lines of tea in the north", "ann 1.1" },
        { "lines of tea in warehouses after m", "ann 1.1" },
        { "lines of tea in warehouses up to north", "bob 1.1, ann 1.1" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_reads_the_items_of_its_type_alone(string query, string expected)
    {
        await using var shop = await ShopAsync();

        Assert.Equal(expected, await AskAsync(query, shop));
    }

    [Fact]
    public async Task Each_item_is_stored_with_its_keys_its_type_and_its_properties()
    {
        await using var shop = await ShopAsync();

        var stored = await shop.GetStoredAsync(OrderLine.Key("ann", 1, 2));

        Assert.Equal(
            ["_type = line", "count = 1", "customer = ann", "gsi1pk = PRODUCT#ink", "number = 2", "order = 1",
                "pk = CUSTOMER#ann", "product = ink", "sk = ORDER#00000001#LINE#0002"],
            stored.Select(attribute => $"{attribute.Key} = {attribute.Value.S ?? attribute.Value.N}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_of_an_index_join_without_gap_or_repeat()
    {
        await using var shop = await ShopAsync();
        var orders = shop.Other<Order>();
        for (var number = 100; number < 107; number++)
            await orders.CreateAsync(new("ann", number, Monday, OrderStatus.Packed));
        var query = Order.Gsi1(OrderStatus.Packed);

        var found = new List<long>();
        string? cursor = null;
        do
        {
            var page = await orders.QueryPageAsync(query, 3, cursor);
            found.AddRange(page.Items.Select(order => order.Number));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal([100, 101, 102, 103, 104, 105, 106], found);
        var first = await orders.QueryPageAsync(query, 3, null);
        await Assert.ThrowsAsync<InvalidCursorException>(
            () => orders.QueryPageAsync(Order.Gsi1(OrderStatus.Open), 3, first.Next));
        await Assert.ThrowsAsync<InvalidCursorException>(
            () => orders.QueryPageAsync(Order.Partition("ann"), 3, first.Next));
    }

    [Fact]
    public async Task Pages_of_a_local_index_join_without_gap_or_repeat()
    {
        await using var shop = await ShopAsync();
        var orders = shop.Other<Order>();

        var first = await orders.QueryPageAsync(Order.ByTotal("ann"), 1, null);
        var second = await orders.QueryPageAsync(Order.ByTotal("ann"), 1, first.Next);

        Assert.Equal([10, 1], first.Items.Concat(second.Items).Select(order => order.Number));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Another_types_item_is_neither_read_nor_changed()
    {
        await using var shop = await TestTable<Order>.CreateAsync(engine);
        await shop.Client.PutItemAsync(shop.Name, new()
        {
            ["pk"] = new("CUSTOMER#ann"),
            ["sk"] = new("ORDER#00000001"),
            ["_type"] = new("quote"),
        });
        var key = Order.Key("ann", 1);

        Assert.Null(await shop.Table.GetAsync(key));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => shop.Table.DeleteAsync(key));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => shop.Table.ReplaceAsync(new("ann", 1, Monday)));
        await Assert.ThrowsAsync<ItemNotFoundException>(
            () => shop.Table.UpdateAsync(key, Update.Of<Order>().Set(Order.Attributes.Total, 1)));
        await Assert.ThrowsAsync<ItemExistsException>(() => shop.Table.CreateAsync(new("ann", 1, Monday)));
        await Assert.ThrowsAsync<ItemExistsException>(() => shop.Table.PutAsync(new("ann", 1, Monday)));
        await Assert.ThrowsAsync<ItemExistsException>(
            () => new WriteTransaction().Put(shop.Table, new("ann", 1, Monday)).CommitAsync());
        Assert.Equal("quote", (await shop.GetStoredAsync(key))["_type"].S);

        var own = await shop.Table.PutAsync(new("ann", 2, Monday));
        Assert.Equal(own with { Total = 1, Version = 2 }, await shop.Table.PutAsync(own with { Total = 1 }));
    }

    [Fact]
    public async Task An_update_takes_the_index_with_it()
    {
        await using var shop = await ShopAsync();
        var customers = shop.Table;

        await customers.UpdateAsync(
            Customer.Key("ann"), Update.Of<Customer>().Set(Customer.Attributes.Email, "ann@new.example"));
        Assert.Equal("", await AskAsync("by ann's address", shop));
        Assert.Single(await customers.QueryAsync(Customer.Gsi1("ann@new.example")).ToListAsync());

        await customers.UpdateAsync(Customer.Key("ann"), Update.Of<Customer>().Set(Customer.Attributes.Email, null));
        Assert.Empty(await customers.QueryAsync(Customer.Gsi1("ann@new.example")).ToListAsync());
        Assert.False((await shop.GetStoredAsync(Customer.Key("ann"))).ContainsKey("gsi1pk"));
    }

    [Fact]
    public async Task An_update_that_would_leave_an_index_behind_is_refused()
    {
        await using var books = await TestTable<Volume>.CreateAsync(engine);
        await books.Table.CreateAsync(new("1", "b", 3));

        var fault = Assert.Throws<InvalidOperationException>(
            () => Update.Of<Volume>().Set(Volume.Attributes.Shelf, "c"));
        Assert.Contains("shelvespk", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Update.Of<Volume>().Increment(Volume.Attributes.Row, 1));

        await books.Table.ReplaceAsync(new("1", "c", 3));
        Assert.Empty(await books.Table.QueryAsync(Volume.Shelves("b", 3)).ToListAsync());
        Assert.Single(await books.Table.QueryAsync(Volume.Shelves("c", 3)).ToListAsync());
    }

    private async Task<TestTable<Customer>> ShopAsync()
    {
        var shop = await TestTable<Customer>.CreateAsync(
            engine, (services, name) => services.AddTable<Order>(name).AddTable<OrderLine>(name));
        await shop.Table.CreateAsync(new("ann", "ann@example.com"));
        await shop.Table.CreateAsync(new("bob", null));
        foreach (var order in new Order[]
        {
            new("ann", 1, Monday, OrderStatus.Open, 10),
            new("ann", 2, Monday.AddHours(1)),
            new("ann", 10, Monday.AddDays(1), OrderStatus.Open, 9.5m),
            new("bob", 1, Monday.AddHours(2), OrderStatus.Open),
        })
            await shop.Other<Order>().CreateAsync(order);
        foreach (var line in new OrderLine[]
        {
            new("ann", 1, 1, "tea", "north"), new("ann", 1, 2, "ink"), new("ann", 10, 1, "tea"), new("bob", 1, 1, "tea", "east"),
        })
            await shop.Other<OrderLine>().CreateAsync(line);
        return shop;
    }

    private static Task<string> AskAsync(string query, TestTable<Customer> shop)
    {
        var (customers, orders, lines) = (Customer.Partition("ann"), Order.Partition("ann"), OrderLine.Partition("ann", 1));
        var (open, tea) = (Order.Gsi1(OrderStatus.Open), OrderLine.Gsi1("tea"));
        return query switch
        {
            "ann's profile" => Of(customers),
            "by ann's address" => Of(Customer.Gsi1("ann@example.com")),
            "by no address" => Of(Customer.Gsi1("nobody@example.com")),
            "ann's orders" => Numbers(orders),
            "ann's orders, newest first" => Numbers(orders.Descending()),
            "ann's orders from 2" => Numbers(orders.AtLeast(2)),
            "ann's orders after 2" => Numbers(orders.GreaterThan(2)),
            "ann's orders up to 2" => Numbers(orders.AtMost(2)),
            "ann's orders 2 to 9" => Numbers(orders.Between(2, 9)),
            "ann's order 10" => Numbers(orders.EqualTo(10)),
            "ann's orders, 2 at most" => Numbers(orders.Take(2)),
            "ann's orders by total" => Numbers(Order.ByTotal("ann")),
            "ann's orders of 10 and more" => Numbers(Order.ByTotal("ann").AtLeast(10)),
            "bob's orders" => Numbers(Order.Partition("bob")),
            "nobody's orders" => Numbers(Order.Partition("nobody")),
            "open orders" => Orders(open),
            "open orders of the day" => Orders(open.Where(Order.Attributes.PlacedAt.IsLessThan(Monday.AddDays(1)))),
            "packed orders" => Orders(Order.Gsi1(OrderStatus.Packed)),
            "ann's lines" => LineNumbers(OrderLine.Partition("ann")),
            "ann's lines of order 1" => LineNumbers(lines),
            "ann's lines of order 1 after the first" => LineNumbers(lines.GreaterThan(1)),
            "lines of tea" => Lines(tea.Descending()),
            "lines of tea in the north" => Lines(tea.StartsWith("no")),
            "lines of tea in warehouses after m" => Lines(tea.GreaterThan("m")),
            "lines of tea in warehouses up to north" => Lines(tea.AtMost("north")),
            _ => throw new ArgumentException(query),
        };

        async Task<string> Of(Query<Customer> asked) =>
            string.Join(' ', (await shop.Table.QueryAsync(asked).ToListAsync()).Select(found => found.Id));

        async Task<string> Numbers(Query<Order> asked) =>
            string.Join(' ', (await shop.Other<Order>().QueryAsync(asked).ToListAsync()).Select(found => found.Number));

        async Task<string> Orders(Query<Order> asked) => string.Join(
            ", ", (await shop.Other<Order>().QueryAsync(asked).ToListAsync()).Select(found => $"{found.Customer} {found.Number}"));

        async Task<string> LineNumbers(Query<OrderLine> asked) => string.Join(
            ' ', (await shop.Other<OrderLine>().QueryAsync(asked).ToListAsync()).Select(found => $"{found.Order}.{found.Number}"));

        async Task<string> Lines(Query<OrderLine> asked) => string.Join(", ", (await shop.Other<OrderLine>()
            .QueryAsync(asked).ToListAsync()).Select(found => $"{found.Customer} {found.Order}.{found.Number}"));
    }
}
