using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Streams;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Tests;

/// <summary>How stored values compare where this side compares them, as DynamoDB does.</summary>
public sealed class StoredComparisonTests
{
    [Theory]
    [InlineData("""{"S":"a"}""", """{"S":"a"}""")]
    [InlineData("""{"N":"1"}""", """{"N":"1.0"}""")]
    [InlineData("""{"N":"100"}""", """{"N":"1e2"}""")]
    [InlineData("""{"N":"0.010"}""", """{"N":"1E-2"}""")]
    [InlineData("""{"N":"-0"}""", """{"N":"0.00"}""")]
    [InlineData("""{"N":"+7"}""", """{"N":"007"}""")]
    [InlineData("""{"BOOL":true}""", """{"BOOL":true}""")]
    [InlineData("""{"NULL":true}""", """{"NULL":true}""")]
    [InlineData("""{"B":"AQI="}""", """{"B":"AQI="}""")]
    [InlineData("""{"M":{"a":{"N":"1"},"b":{"S":"x"}}}""", """{"M":{"b":{"S":"x"},"a":{"N":"1.0"}}}""")]
    [InlineData("""{"L":[{"S":"a"},{"N":"1"}]}""", """{"L":[{"S":"a"},{"N":"1.0"}]}""")]
    [InlineData("""{"SS":["a","b"]}""", """{"SS":["b","a"]}""")]
    [InlineData("""{"NS":["1","2"]}""", """{"NS":["2.0","1e0"]}""")]
    [InlineData("""{"BS":["AQ==","Ag=="]}""", """{"BS":["Ag==","AQ=="]}""")]
    public void Values_are_equal(string one, string other)
    {
        Assert.True(StoredEquality.AreEqual(Value(one), Value(other)));
        Assert.True(StoredComparison.Holds(Value(one), "=", Value(other)));
        Assert.False(StoredComparison.Holds(Value(one), "<>", Value(other)));
    }

    [Theory]
    [InlineData("""{"S":"a"}""", """{"S":"b"}""")]
    [InlineData("""{"S":"1"}""", """{"N":"1"}""")]
    [InlineData("""{"N":"1"}""", """{"S":"1"}""")]
    [InlineData("""{"N":"1"}""", """{"N":"-1"}""")]
    [InlineData("""{"N":"1"}""", """{"N":"10"}""")]
    [InlineData("""{"N":"0.1"}""", """{"N":"1"}""")]
    [InlineData("""{"BOOL":true}""", """{"BOOL":false}""")]
    [InlineData("""{"NULL":true}""", """{"BOOL":true}""")]
    [InlineData("""{"B":"AQI="}""", """{"B":"AQM="}""")]
    [InlineData("""{"B":"AQI="}""", """{"S":"AQI="}""")]
    [InlineData("""{"M":{"a":{"N":"1"}}}""", """{"M":{"a":{"N":"2"}}}""")]
    [InlineData("""{"M":{"a":{"N":"1"}}}""", """{"M":{"b":{"N":"1"}}}""")]
    [InlineData("""{"M":{"a":{"N":"1"}}}""", """{"M":{"a":{"N":"1"},"b":{"N":"1"}}}""")]
    [InlineData("""{"L":[{"S":"a"},{"S":"b"}]}""", """{"L":[{"S":"b"},{"S":"a"}]}""")]
    [InlineData("""{"L":[{"S":"a"}]}""", """{"L":[{"S":"a"},{"S":"a"}]}""")]
    [InlineData("""{"SS":["a","b"]}""", """{"SS":["a"]}""")]
    [InlineData("""{"SS":["1"]}""", """{"NS":["1"]}""")]
    [InlineData("""{"NS":["1"]}""", """{"NS":["2"]}""")]
    [InlineData("""{"BS":["AQ=="]}""", """{"BS":["Ag=="]}""")]
    [InlineData("""{"L":[]}""", """{"M":{}}""")]
    public void Values_are_not_equal(string one, string other)
    {
        Assert.False(StoredEquality.AreEqual(Value(one), Value(other)));
        Assert.False(StoredEquality.AreEqual(Value(other), Value(one)));
        Assert.True(StoredComparison.Holds(Value(one), "<>", Value(other)));
    }

    [Theory]
    [InlineData("""{"N":"2"}""", """{"N":"10"}""")]
    [InlineData("""{"N":"-10"}""", """{"N":"-2"}""")]
    [InlineData("""{"N":"-1"}""", """{"N":"0"}""")]
    [InlineData("""{"N":"0"}""", """{"N":"1E-9"}""")]
    [InlineData("""{"S":"a"}""", """{"S":"b"}""")]
    [InlineData("""{"S":"Z"}""", """{"S":"a"}""")]
    [InlineData("""{"B":"AQ=="}""", """{"B":"AQI="}""")]
    public void The_first_value_comes_before_the_second(string one, string other)
    {
        var (first, second) = (Value(one), Value(other));
        Assert.Equal([true, true, false, false], Holds(first, second));
        Assert.Equal([false, false, true, true], Holds(second, first));
        Assert.Equal([false, true, false, true], Holds(first, first));
    }

    [Theory]
    [InlineData("""{"N":"1"}""", """{"S":"2"}""")]
    [InlineData("""{"S":"1"}""", """{"B":"AQ=="}""")]
    [InlineData("""{"BOOL":false}""", """{"BOOL":true}""")]
    [InlineData("""{"L":[]}""", """{"L":[]}""")]
    public void Other_values_have_no_order(string one, string other) =>
        Assert.Equal([false, false, false, false], Holds(Value(one), Value(other)));

    [Theory]
    [InlineData("""{"S":"lake"}""", "contains", """{"S":"ak"}""", """{"S":"kA"}""")]
    [InlineData("""{"S":"1"}""", "contains", """{"S":"1"}""", """{"N":"1"}""")]
    [InlineData("""{"L":[{"N":"1"},{"S":"a"}]}""", "contains", """{"N":"1.0"}""", """{"S":"1"}""")]
    [InlineData("""{"SS":["a","b"]}""", "contains", """{"S":"b"}""", """{"S":"c"}""")]
    [InlineData("""{"NS":["1","2"]}""", "contains", """{"N":"2.0"}""", """{"S":"2"}""")]
    [InlineData("""{"BS":["AQ=="]}""", "contains", """{"B":"AQ=="}""", """{"B":"Ag=="}""")]
    [InlineData("""{"S":"lake"}""", "begins_with", """{"S":"la"}""", """{"S":"ak"}""")]
    [InlineData("""{"S":"1"}""", "begins_with", """{"S":"1"}""", """{"N":"1"}""")]
    public void A_function_holds_for_the_first_value_and_not_for_the_second(string one, string function, string holds, string fails)
    {
        Assert.True(StoredComparison.Holds(Value(one), function, Value(holds)));
        Assert.False(StoredComparison.Holds(Value(one), function, Value(fails)));
    }

    [Fact]
    public void A_value_that_holds_nothing_contains_nothing()
    {
        Assert.False(StoredComparison.Holds(Value("""{"N":"12"}"""), "contains", Value("""{"N":"1"}""")));
        Assert.False(StoredComparison.Holds(Value("""{"N":"12"}"""), "begins_with", Value("""{"S":"1"}""")));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.000", true)]
    [InlineData("0E999", true)]
    [InlineData("0e99999999999", true)]
    [InlineData("12345678901234567890123456789012345678", true)]
    [InlineData("-12345678901234567890123456789012345678", true)]
    [InlineData("123456789012345678901234567890123456789", false)]
    [InlineData("1234567890123456789012345678901234567.89", false)]
    [InlineData("123456789012345678901234567890123456780000", true)]
    [InlineData("0.00012345678901234567890123456789012345678", true)]
    [InlineData("0.000123456789012345678901234567890123456789", false)]
    [InlineData("1E125", true)]
    [InlineData("9.9E+125", true)]
    [InlineData("1E126", false)]
    [InlineData("10E125", false)]
    [InlineData("0.1E126", true)]
    [InlineData("1E-130", true)]
    [InlineData("-1e-130", true)]
    [InlineData("1E-131", false)]
    [InlineData("0.1E-130", false)]
    [InlineData("10E-131", true)]
    [InlineData("1e99999999999", false)]
    [InlineData("1e-99999999999", false)]
    public void A_number_is_stored_up_to_38_digits_from_1E_130_to_9_9E_125(string number, bool isStorable) =>
        Assert.Equal(isStorable, NumberValue.IsStorable(number));

    private static bool[] Holds(AttributeValue one, AttributeValue other) =>
        [.. new[] { "<", "<=", ">", ">=" }.Select(comparison => StoredComparison.Holds(one, comparison, other))];

    private static AttributeValue Value(string json) =>
        StoredJson.Attributes(JsonElement.Parse($$"""{"value":{{json}}}"""))["value"];
}
