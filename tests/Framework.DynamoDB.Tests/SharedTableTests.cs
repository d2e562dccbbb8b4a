using Framework.DynamoDB.Tests.Items;
using Framework.DynamoDB.Tests.Items.Shop;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What several items make of one table.</summary>
public sealed class SharedTableTests
{
    [Fact]
    public void Items_of_one_table_declare_it_once_with_the_indexes_of_all()
    {
        using var services = new ServiceCollection()
            .AddTable<Customer>("shop").AddTable<Order>("shop").AddTable<OrderLine>("shop").AddTable<TodoItem>("todos")
            .BuildServiceProvider();

        var tables = services.GetServices<TableResource>().ToList();

        Assert.Equal(["shop", "todos"], tables.Select(table => table.Name));
        Assert.Equal(("pk", "sk"), (tables[0].PartitionKey.Name, tables[0].SortKey!.Name));
        Assert.Equal(
            [new("gsi1", new("gsi1pk", "S"), new("gsi1sk", "S")), new("byTotal", new("pk", "S"), new("total", "N"), IsLocal: true)],
            tables[0].Indexes);
        Assert.Equal("forgottenAt", tables[0].ExpiresAt);
        Assert.Empty(tables[1].Indexes);
    }

    [Fact]
    public void Items_that_disagree_on_the_key_are_refused_at_start_up()
    {
        var fault = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddTable<Order>("shop").AddTable<TodoItem>("shop"));

        Assert.Equal(
            "The items of the table 'shop' disagree: it cannot have both the key pk (S), sk (S) and owner (S), id (S).",
            fault.Message);
    }

    [Fact]
    public void Items_that_disagree_on_an_index_are_refused_at_start_up()
    {
        var fault = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddTable<Order>("shop").AddTable<Rival>("shop"));

        Assert.Contains("the index 'gsi1' of gsi1pk (S), gsi1sk (S) and 'gsi1' of gsi1pk (S)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_that_disagree_on_the_time_to_live_are_refused_at_start_up()
    {
        var fault = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddTable<Order>("shop").AddTable<Mayfly>("shop"));

        Assert.Contains("the times to live 'forgottenAt' and 'endsAt'", fault.Message, StringComparison.Ordinal);
    }
}
