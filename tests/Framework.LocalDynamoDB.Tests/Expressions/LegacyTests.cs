using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Tests.Expressions;

/// <summary>The parameters from before there were expressions.</summary>
public sealed class LegacyTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Theory]
    [InlineData("n", "EQ", """{"N":"5"}""", """{"N":"4"}""")]
    [InlineData("n", "NE", """{"N":"4"}""", """{"N":"5"}""")]
    [InlineData("n", "LT", """{"N":"6"}""", """{"N":"5"}""")]
    [InlineData("n", "LE", """{"N":"5"}""", """{"N":"4"}""")]
    [InlineData("n", "GT", """{"N":"4"}""", """{"N":"5"}""")]
    [InlineData("n", "GE", """{"N":"5"}""", """{"N":"6"}""")]
    [InlineData("n", "BETWEEN", """{"N":"5"},{"N":"5"}""", """{"N":"6"},{"N":"7"}""")]
    [InlineData("n", "BETWEEN", """{"N":"4"},{"N":"6"}""", """{"N":"3"},{"N":"4"}""")]
    [InlineData("n", "IN", """{"N":"4"},{"N":"5"}""", """{"N":"4"}""")]
    [InlineData("s", "BEGINS_WITH", """{"S":"la"}""", """{"S":"ak"}""")]
    [InlineData("b", "BEGINS_WITH", """{"B":"AQI="}""", """{"B":"AgM="}""")]
    [InlineData("s", "CONTAINS", """{"S":"ak"}""", """{"S":"x"}""")]
    [InlineData("s", "NOT_CONTAINS", """{"S":"x"}""", """{"S":"ak"}""")]
    public void A_comparison_holds_for_some_values_and_not_for_others(string attribute, string comparison, string holds, string fails)
    {
        Assert.True(Holds(attribute, comparison, holds));
        Assert.False(Holds(attribute, comparison, fails));
        Assert.Equal(comparison == "NE", Holds("nothing", comparison, holds));
    }

    [Fact]
    public void Null_means_that_there_is_no_attribute()
    {
        Assert.True(Holds("nothing", "NULL", ""));
        Assert.False(Holds("s", "NULL", ""));
        Assert.True(Holds("s", "NOT_NULL", ""));
        Assert.False(Holds("nothing", "NOT_NULL", ""));
    }

    [Theory]
    [InlineData("EQ", "", "Invalid number of argument(s) for the EQ ComparisonOperator")]
    [InlineData("EQ", """{"N":"1"},{"N":"2"}""", "Invalid number of argument(s) for the EQ ComparisonOperator")]
    [InlineData("NULL", """{"N":"1"}""", "Invalid number of argument(s) for the NULL ComparisonOperator")]
    [InlineData("NOT_NULL", """{"N":"1"}""", "Invalid number of argument(s) for the NOT_NULL ComparisonOperator")]
    [InlineData("IN", "", "Invalid number of argument(s) for the IN ComparisonOperator")]
    [InlineData("BETWEEN", """{"N":"1"}""", "Invalid number of argument(s) for the BETWEEN ComparisonOperator")]
    [InlineData("BETWEEN", """{"N":"1"},{"N":"2"},{"N":"3"}""", "Invalid number of argument(s) for the BETWEEN ComparisonOperator")]
    [InlineData("IN", """{"N":"1"},{"S":"2"}""", "AttributeValues inside AttributeValueList must be of same type")]
    [InlineData("LT", """{"BOOL":true}""", "ComparisonOperator LT is not valid for BOOL AttributeValue type")]
    [InlineData("IN", """{"SS":["a"]}""", "ComparisonOperator IN is not valid for SS AttributeValue type")]
    [InlineData("BEGINS_WITH", """{"N":"1"}""", "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type")]
    [InlineData("CONTAINS", """{"SS":["a"]}""", "ComparisonOperator CONTAINS is not valid for SS AttributeValue type")]
    [InlineData("CONTAINS", """{"NS":["1"]}""", "ComparisonOperator CONTAINS is not valid for NS AttributeValue type")]
    [InlineData("CONTAINS", """{"BS":["AQ=="]}""", "ComparisonOperator CONTAINS is not valid for BS AttributeValue type")]
    [InlineData("NOT_CONTAINS", """{"L":[]}""", "ComparisonOperator NOT_CONTAINS is not valid for L AttributeValue type")]
    [InlineData("NOT_CONTAINS", """{"M":{}}""", "ComparisonOperator NOT_CONTAINS is not valid for M AttributeValue type")]
    public void A_comparison_with_the_wrong_values_is_refused(string comparison, string values, string message) =>
        Assert.Equal(Invalid + message, Refusal(() => Read("s", comparison, values)));

    [Theory]
    [InlineData("EQ", """{"SS":["a"]}""")]
    [InlineData("NE", """{"M":{}}""")]
    [InlineData("CONTAINS", """{"BOOL":true}""")]
    [InlineData("NOT_CONTAINS", """{"BOOL":true}""")]
    [InlineData("GE", """{"B":"AQ=="}""")]
    [InlineData("BETWEEN", """{"S":"a"},{"S":"a"}""")]
    public void A_comparison_takes_the_values_that_fit(string comparison, string values) => Assert.NotNull(Read("s", comparison, values));

    [Fact]
    public void The_lower_bound_comes_first() => Assert.Equal(
        "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound",
        Refusal(() => Read("n", "BETWEEN", """{"N":"3"},{"N":"2"}""")));

    [Theory]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"5"}}}}""", true)]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"4"}}}}""", false)]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"5"},"Exists":true}}}""", true)]
    [InlineData("""{"Expected":{"n":{"Exists":false}}}""", false)]
    [InlineData("""{"Expected":{"nothing":{"Exists":false}}}""", true)]
    [InlineData("""{"Expected":{"n":{"ComparisonOperator":"GT","Value":{"N":"4"}}}}""", true)]
    [InlineData("""{"Expected":{"n":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"5"}]}}}""", false)]
    [InlineData("""{"Expected":{"nothing":{"ComparisonOperator":"NULL"}}}""", true)]
    [InlineData("""{"Expected":{"nothing":{"ComparisonOperator":"NOT_NULL"}}}""", false)]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"5"}},"s":{"Value":{"S":"x"}}}}""", false)]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"5"}},"s":{"Value":{"S":"x"}}},"ConditionalOperator":"AND"}""", false)]
    [InlineData("""{"Expected":{"n":{"Value":{"N":"5"}},"s":{"Value":{"S":"x"}}},"ConditionalOperator":"OR"}""", true)]
    public void What_is_expected_holds_or_not(string request, bool holds) =>
        Assert.Equal(holds, ConditionEvaluator.Holds(ExpectedReader.Read(JsonElement.Parse(request))!, ExpressionRequest.Item()));

    [Theory]
    [InlineData("""{"Value":{"N":"5"},"AttributeValueList":[]}""", "Value and AttributeValueList cannot be used together for Attribute: n")]
    [InlineData("""{"AttributeValueList":[]}""", "AttributeValueList can only be used with a ComparisonOperator for Attribute: n")]
    [InlineData("""{"ComparisonOperator":"EQ","Exists":true,"Value":{"N":"5"}}""", "Exists and ComparisonOperator cannot be used together for Attribute: n")]
    [InlineData("""{"ComparisonOperator":"EQ"}""", "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: n")]
    [InlineData("""{"ComparisonOperator":"LT","Value":{"BOOL":true}}""", "ComparisonOperator LT is not valid for BOOL AttributeValue type")]
    [InlineData("""{"Exists":false,"Value":{"N":"5"}}""", "Value cannot be used when Exists is false for Attribute: n")]
    [InlineData("""{"Exists":true}""", "Value must be provided when Exists is true for Attribute: n")]
    [InlineData("{}", "Value must be provided when Exists is null for Attribute: n")]
    public void A_wrong_expectation_is_refused(string expected, string message) => Assert.Equal(
        Invalid + message, Refusal(() => ExpectedReader.Read(JsonElement.Parse($$$"""{"Expected":{"n":{{{expected}}}}}"""))));

    [Theory]
    [InlineData("""{"ConditionalOperator":"OR"}""", "ConditionalOperator cannot be used without Filter or Expected")]
    [InlineData("""{"ConditionalOperator":"OR","Expected":{"n":{"Exists":false}}}""", "ConditionalOperator can only be used when Filter or Expected has two or more elements")]
    public void A_conditional_operator_needs_two_conditions(string request, string message) =>
        Assert.Equal(message, Refusal(() => ExpectedReader.Read(JsonElement.Parse(request))));

    [Fact]
    public void Nothing_expected_is_no_condition() => Assert.Null(ExpectedReader.Read(JsonElement.Parse("{}")));

    [Theory]
    [InlineData("""{"Value":{"N":"1"}}""", "Set", true)]
    [InlineData("""{"Action":"PUT","Value":{"N":"1"}}""", "Set", true)]
    [InlineData("""{"Action":"ADD","Value":{"N":"1"}}""", "Add", true)]
    [InlineData("""{"Action":"ADD","Value":{"SS":["a"]}}""", "Add", true)]
    [InlineData("""{"Action":"ADD","Value":{"L":[]}}""", "Add", true)]
    [InlineData("""{"Action":"DELETE","Value":{"SS":["a"]}}""", "Delete", true)]
    [InlineData("""{"Action":"DELETE"}""", "Remove", false)]
    public void An_attribute_update_is_an_action(string update, string kind, bool hasValue)
    {
        var action = Assert.Single(AttributeUpdatesReader.Read(Updates(update))!);

        Assert.Equal((Enum.Parse<UpdateKind>(kind), "[n]", hasValue), (action.Kind, action.Path.ToString(), action.Value is not null));
    }

    [Theory]
    [InlineData("""{"Action":"PUT"}""", Invalid + "Only DELETE action is allowed when no attribute value is specified")]
    [InlineData("{}", Invalid + "Only DELETE action is allowed when no attribute value is specified")]
    [InlineData("""{"Action":"DELETE","Value":{"N":"1"}}""", Invalid + "DELETE action with value is not supported for the type N")]
    [InlineData("""{"Action":"ADD","Value":{"S":"a"}}""", Invalid + "ADD action is not supported for the type S")]
    public void A_wrong_attribute_update_is_refused(string update, string message) =>
        Assert.Equal(message, Refusal(() => AttributeUpdatesReader.Read(Updates(update))));

    [Fact]
    public void Without_attribute_updates_there_are_no_actions() => Assert.Null(AttributeUpdatesReader.Read(JsonElement.Parse("{}")));

    [Fact]
    public void An_attribute_update_needs_a_name() => Assert.Equal(
        "Empty attribute name",
        Refusal(() => AttributeUpdatesReader.Read(JsonElement.Parse("""{"AttributeUpdates":{"":{"Action":"DELETE"}}}"""))));

    [Theory]
    [InlineData("""{"n":{"N":"1"}}""", """{"L":[{"S":"a"}]}""", false)]
    [InlineData("""{"n":{"L":[{"S":"a"}]}}""", """{"L":[{"S":"b"}]}""", true)]
    public void Add_joins_lists(string item, string added, bool fits)
    {
        var actions = AttributeUpdatesReader.Read(Updates($$"""{"Action":"ADD","Value":{{added}}}"""))!;

        if (fits)
            ExpressionRequest.AssertSame(
                """{"L":[{"S":"a"},{"S":"b"}]}""", UpdateApplier.Apply(actions, ExpressionRequest.Item(item), isLegacy: true)["n"]);
        else
            Assert.Equal(
                "Type mismatch for attribute to update",
                Refusal(() => UpdateApplier.Apply(actions, ExpressionRequest.Item(item), isLegacy: true)));
    }

    [Fact]
    public void Attributes_to_get_are_named_once_each()
    {
        Assert.Null(AttributesToGet.Read(JsonElement.Parse("{}")));
        Assert.Equal(
            ["[a]", "[b.c]"],
            AttributesToGet.Read(JsonElement.Parse("""{"AttributesToGet":["a","b.c"]}"""))!.Select(path => path.ToString()));
        Assert.Equal(
            Invalid + "Duplicate value in attribute name: a",
            Refusal(() => AttributesToGet.Read(JsonElement.Parse("""{"AttributesToGet":["a","b","a"]}"""))));
        Assert.Equal(
            "Empty attribute name", Refusal(() => AttributesToGet.Read(JsonElement.Parse("""{"AttributesToGet":[""]}"""))));
    }

    [Fact]
    public void A_filter_that_is_not_there_has_no_conditions() => Assert.Null(ConditionReader.Read(JsonElement.Parse("{}"), "ScanFilter"));

    private static JsonElement Updates(string update) => JsonElement.Parse($$$"""{"AttributeUpdates":{"n":{{{update}}}}}""");

    private static bool Holds(string attribute, string comparison, string values) => ConditionEvaluator.Holds(
        Read(attribute, comparison, values)[attribute].ToCondition(attribute), ExpressionRequest.Item());

    private static Dictionary<string, AttributeCondition> Read(string attribute, string comparison, string values) => ConditionReader.Read(
        JsonElement.Parse($$$$"""
            {"ScanFilter":{"{{{{attribute}}}}":{"ComparisonOperator":"{{{{comparison}}}}","AttributeValueList":[{{{{values}}}}]}}}
            """),
        "ScanFilter")!;

    private static string? Refusal(Action read) => Assert.Throws<DynamoDBException>(read).Text;
}
