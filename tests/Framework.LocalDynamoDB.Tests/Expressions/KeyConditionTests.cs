using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class KeyConditionTests
{
    private const string Invalid = "Invalid condition in KeyConditionExpression: ";

    [Theory]
    [InlineData("s = :lake", "EQ lake")]
    [InlineData("s < :lake", "LT lake")]
    [InlineData("s <= :lake", "LE lake")]
    [InlineData("s > :lake", "GT lake")]
    [InlineData("s >= :lake", "GE lake")]
    [InlineData(":lake = s", "EQ lake")]
    [InlineData(":lake < s", "GT lake")]
    [InlineData(":lake <= s", "GE lake")]
    [InlineData(":lake > s", "LT lake")]
    [InlineData(":lake >= s", "LE lake")]
    [InlineData("s BETWEEN :la AND :lake", "BETWEEN la lake")]
    [InlineData("begins_with(s, :la)", "BEGINS_WITH la")]
    [InlineData("n = :v AND s = :lake", "EQ lake")]
    [InlineData("(s = :lake) AND (n = :v)", "EQ lake")]
    public void A_condition_of_a_key_has_its_operator_and_values(string condition, string expected)
    {
        var read = Read(condition)["s"];

        Assert.Equal(
            expected,
            string.Join(' ', read.Values.Cast<StringValue>().Select(value => value.Text).Prepend(read.Operator)));
    }

    [Theory]
    [InlineData("s = :lake OR n = :two", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("s = :lake AND NOT n = :two", "Invalid operator used in KeyConditionExpression: NOT")]
    [InlineData("s IN (:lake)", "Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("s <> :lake", "Invalid operator used in KeyConditionExpression: <>")]
    [InlineData("contains(s, :la)", "Invalid operator used in KeyConditionExpression: contains")]
    [InlineData(":lake BETWEEN s AND :land", Invalid + "BETWEEN operator must have the key attribute as its first operand")]
    [InlineData("begins_with(:lake, s)", Invalid + "begins_with operator must have the key attribute as its first operand")]
    [InlineData("size(s) = :two", "KeyConditionExpressions cannot contain nested operations")]
    [InlineData("s = n", Invalid + "Multiple attribute names used in one condition")]
    [InlineData("s BETWEEN :la AND n", Invalid + "Multiple attribute names used in one condition")]
    [InlineData("m.k = :lake", "KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData(":lake = :land", Invalid + "No key attribute specified")]
    [InlineData("s = :lake AND s > :la", "KeyConditionExpressions must only contain one condition per key")]
    public void A_condition_that_no_key_takes_is_refused(string condition, string message) =>
        Assert.Equal(message, Assert.Throws<DynamoDBException>(() => Read(condition)).Text);

    private static Dictionary<string, AttributeCondition> Read(string condition) =>
        KeyConditionReader.Read(ExpressionRequest.Parse("KeyConditionExpression", condition).KeyCondition!);
}
