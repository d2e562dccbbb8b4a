using Framework.DynamoDB.Tests.Items;
using Framework.DynamoDB.Tests.Items.Shop;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
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
        var fault = Fault(new ServiceCollection().AddTable<Order>("shop").AddTable<TodoItem>("shop"));

        Assert.Equal(
            "The items of the table 'shop' disagree: it cannot have both the key pk (S), sk (S) and owner (S), id (S).",
            fault.Message);
    }

    [Fact]
    public void Items_that_disagree_on_an_index_are_refused_at_start_up()
    {
        var fault = Fault(new ServiceCollection().AddTable<Order>("shop").AddTable<Rival>("shop"));

        Assert.Contains("the index 'gsi1' of gsi1pk (S), gsi1sk (S) and 'gsi1' of gsi1pk (S)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_that_disagree_on_the_time_to_live_are_refused_at_start_up()
    {
        var fault = Fault(new ServiceCollection().AddTable<Order>("shop").AddTable<Mayfly>("shop"));

        Assert.Contains("the times to live 'forgottenAt' and 'endsAt'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("to dos")]
    public void A_name_that_DynamoDB_does_not_take_is_refused_at_start_up(string name) => Assert.Equal(
        $"The table name '{name}' must be 3 to 255 letters, digits, hyphens, underscores and dots.",
        Fault(new ServiceCollection().AddTable<TodoItem>(name)).Message);

    [Fact]
    public void An_item_of_two_tables_is_refused_at_start_up() => Assert.Equal(
        "TodoItem is the item of two tables, 'todos' and 'done': one of them needs a type of its own.",
        Fault(new ServiceCollection().AddTable<TodoItem>("todos").AddTable<TodoItem>("done")).Message);

    private static InvalidOperationException Fault(IServiceCollection declared)
    {
        using var services = declared.AddSingleton(new LambdaEnvironment(_ => null)).BuildServiceProvider();
        return Assert.Throws<InvalidOperationException>(
            () => services.GetServices<IStartCheck>().ToList().ForEach(check => check.Check(services, [])));
    }
}
