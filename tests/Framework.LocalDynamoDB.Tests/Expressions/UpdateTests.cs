using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class UpdateTests
{
    private const string WrongType = "An operand in the update expression has an incorrect data type";
    private const string WrongPath = "The document path provided in the update expression is invalid for update";
    private const string Missing = "The provided expression refers to an attribute that does not exist in the item";

    [Theory]
    [InlineData("SET fresh = :two", "fresh", """{"N":"2"}""")]
    [InlineData("SET n = n + :two", "n", """{"N":"7"}""")]
    [InlineData("SET n = n - :two", "n", """{"N":"3"}""")]
    [InlineData("SET n = (:two - n)", "n", """{"N":"-3"}""")]
    [InlineData("SET n = (n) + :two", "n", """{"N":"7"}""")]
    [InlineData("SET n = if_not_exists(n, :two)", "n", """{"N":"5"}""")]
    [InlineData("SET fresh = if_not_exists(fresh, :two) + :three", "fresh", """{"N":"5"}""")]
    [InlineData("SET l = list_append(l, :list)", "l", """{"L":[{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}},{"S":"x"}]}""")]
    [InlineData("SET l = list_append(:list, l)", "l", """{"L":[{"S":"x"},{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}}]}""")]
    [InlineData("SET m.k = :two", "m", """{"M":{"k":{"N":"2"},"x":{"L":[{"N":"7"}]}}}""")]
    [InlineData("SET m.fresh = :two", "m", """{"M":{"k":{"S":"v"},"x":{"L":[{"N":"7"}]},"fresh":{"N":"2"}}}""")]
    [InlineData("SET l[1] = :two", "l", """{"L":[{"S":"0"},{"N":"2"},{"M":{"k":{"S":"v"}}}]}""")]
    [InlineData("SET l[3] = :two", "l", """{"L":[{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}},{"N":"2"}]}""")]
    [InlineData("SET l[7] = :three, l[6] = :two", "l", """{"L":[{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}},{"N":"2"},{"N":"3"}]}""")]
    [InlineData("SET same = m, m.k = :two", "same", """{"M":{"k":{"S":"v"},"x":{"L":[{"N":"7"}]}}}""")]
    [InlineData("SET s = n, n = :two", "s", """{"N":"5"}""")]
    [InlineData("REMOVE n", "n", null)]
    [InlineData("REMOVE m.k", "m", """{"M":{"x":{"L":[{"N":"7"}]}}}""")]
    [InlineData("REMOVE m.nothing", "m", """{"M":{"k":{"S":"v"},"x":{"L":[{"N":"7"}]}}}""")]
    [InlineData("REMOVE l[0], l[2]", "l", """{"L":[{"S":"1"}]}""")]
    [InlineData("REMOVE l[3]", "l", """{"L":[{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}}]}""")]
    [InlineData("ADD n :two", "n", """{"N":"7"}""")]
    [InlineData("ADD fresh :two", "fresh", """{"N":"2"}""")]
    [InlineData("ADD u :r_set", "u", """{"SS":["p","q","r"]}""")]
    [InlineData("ADD fresh :r_set", "fresh", """{"SS":["r"]}""")]
    [InlineData("DELETE u :p_set", "u", """{"SS":["q"]}""")]
    [InlineData("DELETE u :pq_set", "u", null)]
    [InlineData("DELETE fresh :p_set", "fresh", null)]
    [InlineData("SET fresh = :two ADD n :two", "n", """{"N":"7"}""")]
    [InlineData("REMOVE s DELETE u :p_set", "u", """{"SS":["q"]}""")]
    public void An_update_changes_an_attribute(string update, string attribute, string? expected) =>
        ExpressionRequest.AssertSame(expected, Apply(update).GetValueOrDefault(attribute));

    [Theory]
    [InlineData("SET n = nothing", Missing)]
    [InlineData("SET n = if_not_exists(n, nothing)", Missing)]
    [InlineData("SET n = s + :two", WrongType)]
    [InlineData("SET n = :two - s", WrongType)]
    [InlineData("SET n = :large + :large", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("SET n = :small - :smaller", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("SET l = list_append(s, :list)", WrongType)]
    [InlineData("SET l = list_append(l, s)", WrongType)]
    [InlineData("ADD s :two", WrongType)]
    [InlineData("ADD n :r_set", WrongType)]
    [InlineData("ADD u :n_set", WrongType)]
    [InlineData("DELETE n :p_set", WrongType)]
    [InlineData("DELETE u :n_set", WrongType)]
    [InlineData("SET s.k = :two", WrongPath)]
    [InlineData("SET nothing.k = :two", WrongPath)]
    [InlineData("SET m[0] = :two", WrongPath)]
    [InlineData("SET l.k = :two", WrongPath)]
    [InlineData("REMOVE s.k", WrongPath)]
    [InlineData("REMOVE m[0]", WrongPath)]
    [InlineData("REMOVE l.k", WrongPath)]
    public void An_update_that_does_not_fit_the_item_is_refused(string update, string message) =>
        Assert.Equal(message, Assert.Throws<DynamoDBException>(() => Apply(update)).Text);

    [Theory]
    [InlineData("SET", "Syntax error; token: \"<EOF>\", near: \"SET\"")]
    [InlineData(" ", "Syntax error; token: \"<EOF>\", near: \" \"")]
    [InlineData("n = :two", "Syntax error; token: \"n\", near: \"n =\"")]
    [InlineData("SET n :two", "Syntax error; token: \":two\", near: \"n :two\"")]
    [InlineData("SET n = (:two", "Syntax error; token: \"<EOF>\", near: \":two\"")]
    [InlineData("SET n = :two,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData("ADD n s", "Syntax error; token: \"s\", near: \"n s\"")]
    [InlineData("SET name = :two", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("SET n = name", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("SET n = :two + if_not_exists(name, :two)", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("SET n = foo(s)", "Invalid function name; function: foo")]
    [InlineData("SET n = size(s)", "The function is not allowed in an update expression; function: size")]
    [InlineData("SET n = contains(s, :p)", "The function is not allowed in an update expression; function: contains")]
    [InlineData("SET n = begins_with(s, :p)", "The function is not allowed in an update expression; function: begins_with")]
    [InlineData("SET n = attribute_type(s, :S)", "The function is not allowed in an update expression; function: attribute_type")]
    [InlineData("SET n = attribute_exists(s)", "The function is not allowed in an update expression; function: attribute_exists")]
    [InlineData("SET n = attribute_not_exists(s)", "The function is not allowed in an update expression; function: attribute_not_exists")]
    [InlineData("SET l = list_append(list_append(l, l), l)", "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData("SET l = :two + list_append(l, :list)", "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData("SET n = :two SET s = :two", "The \"SET\" section can only be used once in an update expression;")]
    [InlineData("SET m.k = :two REMOVE m", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m, k], path two: [m]")]
    [InlineData("SET m.k = :two REMOVE m[0]", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, k], path two: [m, [0]]")]
    [InlineData("REMOVE m.k, m[0], m", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m, k], path two: [m]")]
    [InlineData("SET n = if_not_exists(n)", "Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1")]
    [InlineData("SET n = if_not_exists(:two, n)", "Operator or function requires a document path; operator or function: if_not_exists")]
    [InlineData("SET n = if_not_exists(s, s)", "The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [s]")]
    [InlineData("SET l = list_append(:two, l)", "Incorrect operand type for operator or function; operator or function: list_append, operand type: N")]
    [InlineData("SET n = :lake + :two", "Incorrect operand type for operator or function; operator or function: +, operand type: S")]
    [InlineData("SET n = :two - :lake", "Incorrect operand type for operator or function; operator or function: -, operand type: S")]
    [InlineData("ADD n :lake", "Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :b1", "Incorrect operand type for operator or function; operator: ADD, operand type: BINARY, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :true", "Incorrect operand type for operator or function; operator: ADD, operand type: BOOLEAN, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :null", "Incorrect operand type for operator or function; operator: ADD, operand type: NULL, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :list", "Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :map", "Incorrect operand type for operator or function; operator: ADD, operand type: MAP, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("DELETE n :two", "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND")]
    public void A_wrong_update_is_refused_in_the_words_of_the_service(string update, string message) =>
        Assert.Equal(message, ExpressionRequest.Fault("UpdateExpression", update));

    [Fact]
    public void The_last_wrong_value_is_named_first() => Assert.Equal(
        "An expression attribute value used in expression is not defined; attribute value: :second",
        ExpressionRequest.Fault("UpdateExpression", "SET n = :first, s = :second"));

    [Fact]
    public void An_item_that_is_updated_stays_as_it_is()
    {
        var item = ExpressionRequest.Item();

        UpdateApplier.Apply(ExpressionRequest.Parse("UpdateExpression", "SET m.k = :two REMOVE l[0]").Update!, item);

        Assert.True(item.HasSameAs(ExpressionRequest.Item()));
    }

    private static Item Apply(string update) =>
        UpdateApplier.Apply(ExpressionRequest.Parse("UpdateExpression", update).Update!, ExpressionRequest.Item());
}
