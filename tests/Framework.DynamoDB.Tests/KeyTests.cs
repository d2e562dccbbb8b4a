using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tests.Items;
using Framework.DynamoDB.Tests.Items.Shop;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.DynamoDB.Tests;

/// <summary>How keys are composed of values.</summary>
public sealed class KeyTests
{
    // Few letters, so that values run into the literals and into each other.
    private static readonly Gen<string> Text = Gen.Elements('a', ':', '#', '1').ListOf().Select(letters => string.Concat(letters));

    [Property(MaxTest = 2000)]
    public Property Different_values_never_make_the_same_key() => Prop.ForAll(
        (from one in Text from two in Text from literal in Gen.Elements("#", "::", "#:#", "a") select (one, two, literal)).ToArbitrary(),
        made =>
        {
            // All pairs of values that are the same text with the literal between them.
            var text = made.one + made.literal + made.two;
            var pairs = Enumerable.Range(0, text.Length)
                .Where(index => string.CompareOrdinal(text, index, made.literal, 0, made.literal.Length) == 0)
                .Select(index => (text[..index], text[(index + made.literal.Length)..]));
            Assert.True(pairs.Count(pair => Key(() => Template(pair, made.literal)) is not null) <= 1);
        });

    [Property]
    public Property A_key_holds_every_value_that_it_does_not_refuse() => Prop.ForAll(
        (from one in Text from two in Text select (one, two)).ToArbitrary(),
        pair =>
        {
            var isRefused = pair.one.Length == 0 || pair.two.Length == 0 || pair.one.Contains('#', StringComparison.Ordinal);
            Assert.Equal(isRefused, Key(() => KeyValue.Sort($"A#{pair.one}#{pair.two}")) is null);
        });

    [Property(MaxTest = 1000)]
    public void Numbers_are_ordered_by_value(decimal one, decimal other)
    {
        Assert.Equal(one.CompareTo(other), Math.Sign(KeyOrder.Compare(KeyValue.Of(one), KeyValue.Of(other))));
        Assert.Equal(0, KeyOrder.Compare(KeyValue.Of(one), KeyValue.Of(one * 1.00m)));
    }

    [Fact]
    public void Text_is_ordered_by_its_bytes_in_UTF_8()
    {
        // In UTF-16 the second comes first.
        Assert.True(KeyOrder.Compare(KeyValue.Of("\uFF5E"), KeyValue.Of("\U0001F600")) < 0);
        Assert.True(KeyOrder.Compare(KeyValue.Of(new byte[] { 127 }), KeyValue.Of(new byte[] { 128 })) < 0);
    }

    [Theory]
    [InlineData("a#b", "customer", "Must not contain '#'.")]
    [InlineData("", "customer", "Must not be empty.")]
    public void A_value_that_cannot_be_a_part_of_a_key_is_named(string customer, string field, string message) =>
        Refused(() => Composed.Key(customer, "x"), field, message);

    [Fact]
    public void A_key_that_is_too_long_is_named()
    {
        Refused(() => Order.Key(new string('ä', 1020), 1), "customer", "Is too long: a key that is made of it must be at most 2048 bytes.");
        Refused(() => Word.Key("en", new string('ä', 513)), "text", "Is too long: a key that is made of it must be at most 1024 bytes.");
        Refused(() => Word.Key("", "a"), "language", "Must not be empty.");
        Assert.Equal(1024, Word.Key("en", new string('a', 1024)).Sort!.Value.Text.Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_000)]
    public void A_number_that_would_sort_wrongly_is_refused(long number) =>
        Refused(() => Order.Key("ann", number), "number", "Must be 0 or more, of at most 8 digits.");

    [Fact]
    public void Values_are_written_in_the_invariant_culture_and_times_in_UTC()
    {
        var time = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.FromHours(2));

        Assert.Equal("2026-11-22T23:02:03.0000000Z#2026-11", KeyValue.Sort($"{time}#{time:yyyy-MM}").Text);
        Assert.Equal("2026-11-23#01:02:03.0000000#x",
            KeyValue.Sort($"{DateOnly.FromDateTime(time.DateTime)}#{TimeOnly.FromDateTime(time.DateTime)}#{'x'}").Text);
        Assert.Equal("-7#000000ff", KeyValue.Sort($"{-7}#{255:x8}").Text);
        Assert.Equal($"{Guid.Empty}", KeyValue.Sort($"{Guid.Empty}").Text);
    }

    [Fact]
    public void A_value_of_fixed_length_may_hold_the_literal_that_ends_it() =>
        Assert.Equal($"{Guid.Empty}-1", KeyValue.Partition($"{Guid.Empty}-{1}").Text);

    [Fact]
    public void A_key_of_an_index_is_checked_when_the_item_is_written()
    {
        Refused(() => Write(new Customer("ann", "")), "email", "Must not be empty.");
        Refused(() => Write(new Volume("1", "a#b", 1)), "shelf", "Must not contain '#'.");
    }

    private static KeyValue Template((string One, string Two) values, string literal)
    {
        var template = new KeyTemplate(literal.Length, 2);
        template.AppendFormatted(values.One);
        template.AppendLiteral(literal);
        template.AppendFormatted(values.Two);
        return KeyValue.Sort(template);
    }

    private static string? Key(Func<KeyValue> make)
    {
        try
        {
            return make().Text;
        }
        catch (InvalidKeyException)
        {
            return null;
        }
    }

    private static void Refused(Action make, string field, string message)
    {
        var problem = Assert.Throws<InvalidKeyException>(make).Problem;
        Assert.Equal((400, "invalid-key"), (problem.Status, problem.Kind));
        Assert.Equal([message], problem.Errors![field]);
    }

    private static Dictionary<string, AttributeValue> Write<T>(T item)
        where T : class, ITableItem<T> => T.Write(item);

    [Fact]
    public void Two_values_without_a_literal_between_them_make_no_key()
    {
        var (one, other) = ("a", "b");

        var fault = Assert.Throws<InvalidOperationException>(() => KeyValue.Sort($"A#{one}{other}"));

        Assert.StartsWith("A literal such as # must stand between one and other", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => KeyValue.Partition($"{Guid.Empty}{one}"));
        Assert.Equal("A#a#b", KeyValue.Sort($"A#{one}#{other}").Text);
    }

    [Fact]
    public void A_number_that_no_key_can_be_is_the_client_s_fault()
    {
        var price = double.NaN;

        var refusal = Assert.Throws<InvalidKeyException>(() => KeyValue.Of(price));

        Assert.Equal(["price"], refusal.Problem.Errors!.Keys);
    }
}
