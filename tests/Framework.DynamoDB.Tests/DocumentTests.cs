using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>What is asked of values within values and of items of several types, whichever engine is behind it.</summary>
public abstract class DocumentTests(IEngine engine)
{
    private static readonly CardPayment Card = new(
        "ann", 1, new("Main Street", "Rome"), [new("First", null), new("Second", "Oslo")], new() { ["tea"] = 2 }, "4711",
        new Circle(1.5));

    private static readonly Voucher Gift = new(
        "ann", 2, new("Side Street", null) { Previous = new("Old Street", "Bern") }, [], [], new(2027, 1, 1));

    public static TheoryData<string, string> Conditions => new()
    {
        { "from.city = Rome", "1" },
        { "from.city is absent", "2" },
        { "from.city begins with R", "1" },
        { "from.previous.city = Bern", "2" },
        { "stops[1].city = Oslo", "1" },
        { "stops[0].street = Second", "" },
        { "stops[0] exists", "1" },
        { "counts.tea > 1", "1" },
        { "counts.ink is absent", "1 2" },
        { "seal is a circle", "1" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_filter_reaches_into_values(string condition, string expected)
    {
        await using var payments = await PaymentsAsync();

        var found = await payments.Table.QueryAsync(Payment.Partition("ann").Where(Condition(condition))).ToListAsync();

        Assert.Equal(expected, string.Join(' ', found.Select(payment => payment.Number)));
    }

    [Fact]
    public async Task An_update_changes_what_is_within_a_value_and_leaves_the_rest()
    {
        await using var payments = await PaymentsAsync();
        var change = Update.Of<Payment>()
            .Set(Payment.Attributes.From.City, "Milan")
            .Set(Payment.Attributes.Stops[0].City, "Paris")
            .Set(Payment.Attributes.Stops[1], new("Third", "Kyiv"))
            .Set(Payment.Attributes.Stops[2], new("Fourth", null))
            .Increment(Payment.Attributes.Counts["tea"], 3)
            .Set(Payment.Attributes.Counts["ink.red"], 1)
            .Set(Payment.Attributes.Seal, new Square(new(1, 2)));

        var changed = await payments.Table.UpdateAsync(Payment.Key("ann", 1), change.Remove(Payment.Attributes.From.Previous));

        Assert.Equal(
            FullText.Of(Card with
            {
                From = Card.From with { City = "Milan" },
                Stops = [new("First", "Paris"), new("Third", "Kyiv"), new("Fourth", null)],
                Counts = new() { ["tea"] = 5, ["ink.red"] = 1 },
                Seal = new Square(new(1, 2)),
                Version = 2,
            }),
            FullText.Of(changed));
    }

    [Fact]
    public async Task A_condition_within_a_value_decides_on_an_update()
    {
        await using var payments = await PaymentsAsync();
        var change = Update.Of<Payment>().Set(Payment.Attributes.From.City, "Milan");

        await Assert.ThrowsAsync<ConditionFailedException>(() => payments.Table.UpdateAsync(
            Payment.Key("ann", 1), change.If(Payment.Attributes.Counts["tea"].IsLessThan(2))));
        await payments.Table.UpdateAsync(Payment.Key("ann", 1), change.If(Payment.Attributes.Counts["tea"].IsEqualTo(2)));
    }

    [Fact]
    public async Task Each_item_comes_back_as_the_type_that_it_was()
    {
        await using var payments = await PaymentsAsync();

        var found = await payments.Table.QueryAsync(Payment.Partition("ann").AtLeast(1)).ToListAsync();
        var replaced = await payments.Table.ReplaceAsync(found[1] with { Seal = new RoundedSquare(new(0, 0), 3) });
        var stored = await payments.GetStoredAsync(Payment.Key("ann", 2));

        Assert.Equal([FullText.Of(Card with { Version = 1 }), FullText.Of(Gift with { Version = 1 })], found.Select(FullText.Of));
        Assert.Equal(new DateOnly(2027, 1, 1), Assert.IsType<Voucher>(replaced).ValidUntil);
        Assert.Equal(("voucher", "rounded"), (stored["_type"].S, stored["seal"].M["_type"].S));
        Assert.IsType<CardPayment>(await payments.Table.GetAsync(Payment.Key("ann", 1)));
    }

    private async Task<TestTable<Payment>> PaymentsAsync()
    {
        var payments = await TestTable<Payment>.CreateAsync(engine);
        await payments.Table.CreateAsync(Card);
        await payments.Table.CreateAsync(Gift);
        return payments;
    }

    private static Condition<Payment> Condition(string text) => text switch
    {
        "from.city = Rome" => Payment.Attributes.From.City.IsEqualTo("Rome"),
        "from.city is absent" => Payment.Attributes.From.City.IsAbsent(),
        "from.city begins with R" => Payment.Attributes.From.City.StartsWith("R"),
        "from.previous.city = Bern" => Payment.Attributes.From.Previous.City.IsEqualTo("Bern"),
        "stops[1].city = Oslo" => Payment.Attributes.Stops[1].City.IsEqualTo("Oslo"),
        "stops[0].street = Second" => Payment.Attributes.Stops[0].Street.IsEqualTo("Second"),
        "stops[0] exists" => Payment.Attributes.Stops[0].Exists(),
        "counts.tea > 1" => Payment.Attributes.Counts["tea"].IsGreaterThan(1),
        "counts.ink is absent" => Payment.Attributes.Counts["ink"].IsAbsent(),
        "seal is a circle" => Payment.Attributes.Seal.IsEqualTo(new Circle(1.5)),
        _ => throw new ArgumentException(text),
    };
}
