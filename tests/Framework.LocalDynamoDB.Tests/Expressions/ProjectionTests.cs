using System.Text;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class ProjectionTests
{
    [Theory]
    [InlineData("s", """{"s":{"S":"lake"}}""")]
    [InlineData("#s, #n", """{"s":{"S":"lake"},"n":{"N":"5"}}""")]
    [InlineData("nothing, s", """{"s":{"S":"lake"}}""")]
    [InlineData("m.k", """{"m":{"M":{"k":{"S":"v"}}}}""")]
    [InlineData("m.nothing", "{}")]
    [InlineData("m.k, m.x", """{"m":{"M":{"k":{"S":"v"},"x":{"L":[{"N":"7"}]}}}}""")]
    [InlineData("m.x[0]", """{"m":{"M":{"x":{"L":[{"N":"7"}]}}}}""")]
    [InlineData("l[2], l[0]", """{"l":{"L":[{"S":"0"},{"M":{"k":{"S":"v"}}}]}}""")]
    [InlineData("l[2].k, l[1]", """{"l":{"L":[{"S":"1"},{"M":{"k":{"S":"v"}}}]}}""")]
    [InlineData("l[3]", "{}")]
    public void A_projection_takes_what_is_there(string projection, string expected) => Assert.Equal(
        expected,
        Encoding.UTF8.GetString(ItemCodec.Encode(Projector.Project(
            ExpressionRequest.Parse("ProjectionExpression", projection).Projection!, ExpressionRequest.Item()))));

    [Theory]
    [InlineData("s, name", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("s, s", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [s], path two: [s]")]
    [InlineData("s, #s", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [s], path two: [s]")]
    [InlineData("m, s, m.k", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, k]")]
    [InlineData("m.k, m[0], m[1]", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, k], path two: [m, [0]]")]
    [InlineData("s s", "Syntax error; token: \"s\", near: \"s s\"")]
    [InlineData("s,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData("m.", "Syntax error; token: \"<EOF>\", near: \".\"")]
    [InlineData("l[0", "Syntax error; token: \"<EOF>\", near: \"0\"")]
    public void A_wrong_projection_is_refused_in_the_words_of_the_service(string projection, string message) =>
        Assert.Equal(message, ExpressionRequest.Fault("ProjectionExpression", projection));
}
