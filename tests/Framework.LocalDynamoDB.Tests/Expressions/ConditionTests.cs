using Framework.LocalDynamoDB.Expressions.Evaluation;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("s = :lake")]
    [InlineData("#s = :lake")]
    [InlineData("s <> :land")]
    [InlineData("n < :six")]
    [InlineData("n <= :five")]
    [InlineData("n > :four")]
    [InlineData("n >= :five")]
    [InlineData("b > :b1")]
    [InlineData("t <> :null")]
    [InlineData(":five = n")]
    [InlineData("n BETWEEN :four AND :six")]
    [InlineData("n BETWEEN :five AND :six")]
    [InlineData("n BETWEEN :four AND :five")]
    [InlineData("n BETWEEN :five AND :five")]
    [InlineData("(size(s)) BETWEEN :four AND :five")]
    [InlineData("(size(s)) IN (:four)")]
    [InlineData("n IN (:four, :five)")]
    [InlineData("NOT n = :four")]
    [InlineData("n = :five AND s = :lake")]
    [InlineData("n = :four OR s = :lake")]
    [InlineData("n = :five OR s = :land")]
    [InlineData("NOT (n = :four OR n = :six)")]
    [InlineData("n = :five AND (s = :land OR s = :lake)")]
    [InlineData("((n) = :five AND s = :lake)")]
    [InlineData("(NOT n = :four AND s = :lake)")]
    [InlineData("attribute_exists(s)")]
    [InlineData("(attribute_exists(m.k))")]
    [InlineData("attribute_not_exists(nothing)")]
    [InlineData("attribute_not_exists(m.nothing)")]
    [InlineData("attribute_type(s, :S)")]
    [InlineData("attribute_type(n, :N)")]
    [InlineData("begins_with(s, :la)")]
    [InlineData("begins_with(b, :b12)")]
    [InlineData("contains(s, :ak)")]
    [InlineData("contains(b, :b23)")]
    [InlineData("contains(b, :b12)")]
    [InlineData("contains(u, :p)")]
    [InlineData("contains(l, :k0)")]
    [InlineData("size(s) = :four")]
    [InlineData("size(b) = :three")]
    [InlineData("size(u) = :two")]
    [InlineData("size(l) = :three")]
    [InlineData("size(m) < :three")]
    [InlineData("(size(s)) = :four")]
    [InlineData("m.k = :v")]
    [InlineData("m.#k = :v")]
    [InlineData("l[0] = :k0")]
    [InlineData("l[2].k = :v")]
    [InlineData("l[2].#k = :v")]
    [InlineData("m.x[0] = :seven")]
    [InlineData("nothing <> :five")]
    [InlineData("nothing <> absent")]
    public void A_condition_holds(string condition) => Assert.True(Holds(condition));

    [Theory]
    [InlineData("s = :land")]
    [InlineData("s <> :lake")]
    [InlineData("n < :five")]
    [InlineData("n <= :four")]
    [InlineData("n > :five")]
    [InlineData("n >= :six")]
    [InlineData("n = :lake")]
    [InlineData("n < :lake")]
    [InlineData("t = :null")]
    [InlineData("n BETWEEN :six AND :seven")]
    [InlineData("n BETWEEN :two AND :four")]
    [InlineData("n IN (:four)")]
    [InlineData("nothing IN (:five)")]
    [InlineData("nothing IN (absent)")]
    [InlineData("nothing = :five")]
    [InlineData("nothing = absent")]
    [InlineData("nothing < :five")]
    [InlineData(":five > nothing")]
    [InlineData("NOT n = :five")]
    [InlineData("n = :five AND s = :land")]
    [InlineData("n = :four AND s = :lake")]
    [InlineData("n = :four OR s = :land")]
    [InlineData("attribute_exists(nothing)")]
    [InlineData("attribute_not_exists(s)")]
    [InlineData("attribute_type(s, :N)")]
    [InlineData("attribute_type(nothing, :S)")]
    [InlineData("begins_with(s, :ak)")]
    [InlineData("begins_with(s, :b12)")]
    [InlineData("begins_with(b, :b23)")]
    [InlineData("begins_with(n, :la)")]
    [InlineData("contains(s, :land)")]
    [InlineData("contains(b, :b31)")]
    [InlineData("contains(u, :lake)")]
    [InlineData("contains(l, :lake)")]
    [InlineData("contains(n, :five)")]
    [InlineData("contains(nothing, :p)")]
    [InlineData("contains(s, nothing)")]
    [InlineData("size(nothing) = :two")]
    [InlineData("size(n) = :two")]
    [InlineData("l[3] = :k0")]
    [InlineData("l.k = :v")]
    [InlineData("m[0] = :v")]
    [InlineData("m.nothing = :v")]
    [InlineData("m.x.k = :v")]
    [InlineData("s.k = :v")]
    public void A_condition_does_not_hold(string condition) => Assert.False(Holds(condition));

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("n = :undefined", "An expression attribute value used in expression is not defined; attribute value: :undefined")]
    [InlineData("#undefined = :two", "An expression attribute name used in the document path is not defined; attribute name: #undefined")]
    [InlineData("name = :two", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("s = :lake AND m.name = :two", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("size(name) = :two", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("(name) = :two", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("contains(s, Year)", "Attribute name is a reserved keyword; reserved keyword: Year")]
    [InlineData("n IN (:two, name)", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("foo(s)", "Invalid function name; function: foo")]
    [InlineData("n = if_not_exists(n, :two)", "The function is not allowed in a condition expression; function: if_not_exists")]
    [InlineData("n = list_append(n, :two)", "The function is not allowed in a condition expression; function: list_append")]
    [InlineData("size(s)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("n = attribute_exists(s)", "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [InlineData("size(n, s) = :two", "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2")]
    [InlineData("size(n, s) BETWEEN :two AND :three", "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2")]
    [InlineData("size(n, s) IN (:two)", "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2")]
    [InlineData("begins_with(s, size(n, s))", "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2")]
    [InlineData("attribute_exists(n, s)", "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2")]
    [InlineData("attribute_not_exists(n, s)", "Incorrect number of operands for operator or function; operator or function: attribute_not_exists, number of operands: 2")]
    [InlineData("begins_with(s)", "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")]
    [InlineData("contains(s)", "Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1")]
    [InlineData("attribute_type(s)", "Incorrect number of operands for operator or function; operator or function: attribute_type, number of operands: 1")]
    [InlineData("attribute_exists(:two)", "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData("attribute_not_exists(:two)", "Operator or function requires a document path; operator or function: attribute_not_exists")]
    [InlineData("begins_with(s, :two)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("begins_with(:two, s)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("begins_with(s, size(l))", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("attribute_type(s, :two)", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N")]
    [InlineData("attribute_type(s, n)", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}")]
    [InlineData("attribute_type(s, :lake)", "Invalid attribute type name found; type: lake, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    [InlineData("attribute_type(s, :k0)", "Invalid attribute type name found; type: 0, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    [InlineData("size(:two) = :two", "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [InlineData("size(:true) = :two", "Incorrect operand type for operator or function; operator or function: size, operand type: BOOL")]
    [InlineData("size(:null) = :two", "Incorrect operand type for operator or function; operator or function: size, operand type: NULL")]
    [InlineData("s = s", "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [s]")]
    [InlineData("l[1].k < l[1].k", "The first operand must be distinct from the remaining operands for this operator or function; operator: <, first operand: [l, [1], k]")]
    [InlineData("s BETWEEN :la AND s", "The first operand must be distinct from the remaining operands for this operator or function; operator: BETWEEN, first operand: [s]")]
    [InlineData("s IN (:la, s)", "The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [s]")]
    [InlineData("contains(s, s)", "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [s]")]
    [InlineData("n < :true", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [InlineData(":true >= n", "Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL")]
    [InlineData("n BETWEEN :true AND n", "The first operand must be distinct from the remaining operands for this operator or function; operator: BETWEEN, first operand: [n]")]
    [InlineData("n BETWEEN :true AND :true", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL")]
    [InlineData("n BETWEEN :two AND :lake", "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:lake}")]
    [InlineData("n BETWEEN :three AND :two", "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:3}, upper bound operand: AttributeValue: {N:2}")]
    [InlineData("((n = :two))", "The expression has redundant parentheses;")]
    [InlineData("n = ((:two))", "The expression has redundant parentheses;")]
    [InlineData("((s)) BETWEEN :two, :three", "The expression has redundant parentheses;")]
    [InlineData("((s)) IN :two", "The expression has redundant parentheses;")]
    [InlineData("n BETWEEN :two, :three", "Syntax error; token: \",\", near: \":two, :three\"")]
    [InlineData("n BETWEEN :two :three", "Syntax error; token: \":three\", near: \":two :three\"")]
    [InlineData("n IN :two", "Syntax error; token: \":two\", near: \"IN :two\"")]
    [InlineData("n IN (:two", "Syntax error; token: \"<EOF>\", near: \":two\"")]
    [InlineData("n", "Syntax error; token: \"<EOF>\", near: \"n\"")]
    [InlineData("n = :two)", "Syntax error; token: \")\", near: \":two)\"")]
    [InlineData("l[s] = :two", "Syntax error; token: \"s\", near: \"[s]\"")]
    [InlineData("l[99999999999] = :two", "List index is not within the allowable range; index: [99999999999]")]
    [InlineData("m.#k.:two = :two", "Syntax error; token: \":two\", near: \".:two =\"")]
    public void A_wrong_condition_is_refused_in_the_words_of_the_service(string condition, string message) =>
        Assert.Equal(message, ExpressionRequest.Fault("ConditionExpression", condition));

    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("between")]
    [InlineData("in")]
    [InlineData("set")]
    [InlineData("remove")]
    [InlineData("add")]
    [InlineData("delete")]
    public void A_word_of_the_grammar_is_no_path(string word)
    {
        Assert.Equal(
            $"Syntax error; token: \"{word}\", near: \"= {word}\"", ExpressionRequest.Fault("ConditionExpression", $"n = {word}"));
        Assert.Equal(
            $"Syntax error; token: \"{word}\", near: \".{word}\"", ExpressionRequest.Fault("ConditionExpression", $"n = m.{word}"));
    }

    [Fact]
    public void An_expression_has_at_most_4096_characters()
    {
        ExpressionRequest.Parse("ConditionExpression", "n = :two".PadRight(4096));
        Assert.Equal(
            "Expression size has exceeded the maximum allowed size; expression size: 4097",
            ExpressionRequest.Fault("ConditionExpression", "n = :two".PadRight(4097)));
    }

    [Fact]
    public void In_takes_at_most_100_candidates()
    {
        ExpressionRequest.Parse("ConditionExpression", In(100));
        Assert.Equal(
            "The IN operator is provided with too many operands; number of operands: 101",
            ExpressionRequest.Fault("ConditionExpression", In(101)));

        static string In(int candidates) => $"n IN ({string.Join(',', Enumerable.Repeat(":two", candidates))})";
    }

    [Theory]
    [InlineData("NOT n=:two", "n=:two")]
    [InlineData("size(s)=:two", "n=:two")]
    [InlineData("NOT n=:two", "attribute_exists(n)")]
    public void An_expression_has_at_most_300_operators(string two, string one)
    {
        // Each AND is an operator too.
        var expression = two + string.Concat(Enumerable.Repeat($" AND {one}", 149));
        ExpressionRequest.Parse("ConditionExpression", expression);
        Assert.Equal(
            "The expression contains too many operators; operator count: 301",
            ExpressionRequest.Fault("ConditionExpression", $"NOT {expression}"));
    }

    private static bool Holds(string condition) => ConditionEvaluator.Holds(
        ExpressionRequest.Parse("ConditionExpression", condition).Condition!, ExpressionRequest.Item());
}
