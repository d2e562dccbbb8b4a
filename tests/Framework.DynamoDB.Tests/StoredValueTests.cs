using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Tests;

/// <summary>A stored value that a property cannot hold.</summary>
public sealed class StoredValueTests
{
    private static readonly StoredValue Null = new("a", new() { NULL = true });
    private static readonly StoredValue Number = new("a", new() { N = "1e28" });

    private static readonly (string Expected, Action Read)[] Mismatches =
    [
        ("text", () => TextValue.ToText(Number)),
        ("text of one character", () => TextValue.ToChar(new("a", new() { S = "ab" }))),
        ("text that is a GUID", () => TextValue.ToGuid(Number)),
        ("text that is a time in ISO 8601", () => TextValue.ToDateTimeOffset(new("a", new() { S = "Z" }))),
        ("text that is a date such as 2026-11-23", () => TextValue.ToDateOnly(new("a", new() { S = "23.11.2026" }))),
        ("text that is a time of day such as 20:15:00", () => TextValue.ToTimeOnly(new("a", new() { S = "later" }))),
        ("true or false", () => BooleanValue.ToBoolean(Null)),
        ("binary", () => BinaryValue.ToArray(Null)),
        ("a number that fits Int32", () => NumberValue.ToNumber<int>(Number)),
        ("a number that fits Byte", () => NumberValue.ToNumber<byte>(new("a", new() { N = "256" }))),
        ("seconds that fit a TimeSpan", () => NumberValue.ToTimeSpan(new("a", new() { N = "922337203686" }))),
        ("seconds that fit a TimeSpan", () => NumberValue.ToTimeSpan(new("a", new() { N = "-922337203686" }))),
        ("seconds since 1970", () => NumberValue.ToEpochSeconds(new("a", new() { N = "253402300800" }))),
        ("seconds since 1970", () => NumberValue.ToEpochSeconds(new("a", new() { N = "-62135596801" }))),
        ("a list", () => ListValue.ToList(Null, TextValue.ToText)),
        ("a map", () => MapValue.ToAttributes(Null)),
        ("a set", () => SetValue.ToHashSet(Null, TextValue.ToText)),
        ("a set", () => SetValue.ToHashSet(new("a", new() { SS = [] }), TextValue.ToText)),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Mismatches.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_of_another_kind_is_named_with_what_it_should_be(int index)
    {
        var (expected, read) = Mismatches[index];

        Assert.Equal($"The attribute 'a' should hold {expected}.", Assert.Throws<InvalidDataException>(read).Message);
    }

    [Theory]
    [InlineData("1E2", 100)]
    [InlineData("-7", -7)]
    [InlineData("7.0", 7)]
    public void An_integer_is_read_however_it_is_written(string stored, int expected)
    {
        Assert.Equal(expected, NumberValue.ToNumber<int>(new("a", new() { N = stored })));
        Assert.Equal(expected, NumberValue.ToNumber<short>(new("a", new() { N = stored })));
    }

    [Fact]
    public void The_largest_spans_and_instants_are_read()
    {
        Assert.Equal(TimeSpan.FromTicks(922337203685_0000000), NumberValue.ToTimeSpan(new("a", new() { N = "922337203685" })));
        Assert.Equal(253402300799, NumberValue.ToEpochSeconds(new("a", new() { N = "253402300799" })).ToUnixTimeSeconds());
        Assert.Equal(-62135596800, NumberValue.ToEpochSeconds(new("a", new() { N = "-62135596800" })).ToUnixTimeSeconds());
    }

    [Fact]
    public void A_missing_attribute_is_named_and_a_null_is_missing()
    {
        var attributes = new Dictionary<string, AttributeValue> { ["null"] = new() { NULL = true }, ["a"] = new() { S = "x" } };

        Assert.All(
            ["null", "none"],
            name => Assert.Equal($"The attribute '{name}' is missing.", Assert.Throws<InvalidDataException>(() => attributes.Required(name)).Message));
        Assert.Equal("x", attributes.Required("a").Value.S);
        Assert.Null(attributes.Optional("null"));
        Assert.True(attributes.Find("null")!.Value.IsNull);
        Assert.Null(attributes.Find("none"));
        Assert.Equal("The attribute '_type' should name one of the types of Shape.", attributes.UnknownType("Shape").Message);
    }

    [Fact]
    public void Binary_is_its_part_of_an_array()
    {
        var whole = new byte[] { 1, 2, 3, 4 };

        Assert.Equal([2, 3], BinaryValue.Of(whole.AsMemory(1, 2)).B.ToArray());
        Assert.Equal([2, 3], BinaryValue.ToMemory(new("a", BinaryValue.Of(whole.AsMemory(1, 2)))).ToArray());
    }
}
