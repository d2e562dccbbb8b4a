using System.Text.Json;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"#x":"a","#y":"b"}}""", "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x, #y}")]
    [InlineData("""{"ConditionExpression":"a = :x","ExpressionAttributeValues":{":x":{"S":"a"},":y":{"S":"b"}}}""", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:y}")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{}}""", "ExpressionAttributeNames must not be empty")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeValues":{}}""", "ExpressionAttributeValues must not be empty")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"x":"a"}}""", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"x\"")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"xy":"a"}}""", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"xy\"")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"#":"a"}}""", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#\"")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"#x-y":"a"}}""", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#x-y\"")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeValues":{"#x":{"S":"a"}}}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \"#x\"")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeValues":{":x":{"N":"one"}}}""", "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: one for key :x")]
    [InlineData("""{"ConditionExpression":"a = b","ExpressionAttributeNames":{"#x":""}}""", "ExpressionAttributeNames contains invalid value: Empty attribute name for key #x")]
    public void Wrong_placeholders_are_refused(string request, string message) => Assert.Equal(
        message, Assert.Throws<DynamoDBException>(() => RequestExpressions.Parse(JsonElement.Parse(request))).Text);

    [Theory]
    [InlineData("""{"ProjectionExpression":"a","ExpressionAttributeNames":{"#x":"a"}}""", "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}")]
    [InlineData("""{"ProjectionExpression":"a,"}""", "Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near: \",\"")]
    public void A_read_takes_a_projection_alone(string request, string message)
    {
        Assert.Equal("[a]", Assert.Single(RequestExpressions.ParseProjection(JsonElement.Parse(
            """{"ProjectionExpression":"#x","ExpressionAttributeNames":{"#x":"a"}}"""))!).ToString());
        Assert.Equal(message, Assert.Throws<DynamoDBException>(() => RequestExpressions.ParseProjection(JsonElement.Parse(request))).Text);
    }

    [Fact]
    public void All_expressions_of_a_request_share_their_placeholders()
    {
        var parsed = RequestExpressions.Parse(JsonElement.Parse("""
            {"UpdateExpression":"SET #x_1 = :v","ConditionExpression":"#x_1 <> :v","KeyConditionExpression":"a = :v",
             "FilterExpression":"b = :w","ProjectionExpression":"#x_1, c",
             "ExpressionAttributeNames":{"#x_1":"a"},"ExpressionAttributeValues":{":v":{"N":"1"},":w":{"N":"2"}}}
            """));

        Assert.NotNull(parsed.Update);
        Assert.NotNull(parsed.Condition);
        Assert.NotNull(parsed.KeyCondition);
        Assert.NotNull(parsed.Filter);
        Assert.Equal(["[a]", "[c]"], parsed.Projection!.Select(path => path.ToString()));
    }

    [Theory]
    [InlineData("""{"ConditionExpression":"x","Expected":{}}""", "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}")]
    [InlineData("""{"ConditionExpression":"x","UpdateExpression":"x","Expected":{},"AttributeUpdates":{}}""", "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates, Expected} Expression parameters: {UpdateExpression, ConditionExpression}")]
    [InlineData("""{"KeyConditionExpression":"x","KeyConditions":{}}""", "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {KeyConditions} Expression parameters: {KeyConditionExpression}")]
    [InlineData("""{"ExpressionAttributeNames":{}}""", "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("""{"ExpressionAttributeValues":{}}""", "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression and KeyConditionExpression are null")]
    [InlineData("""{"ProjectionExpression":"x","ExpressionAttributeValues":{}}""", "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression and KeyConditionExpression are null")]
    public void Expressions_and_what_came_before_them_do_not_mix(string request, string message) =>
        Assert.Equal(message, Assert.Throws<DynamoDBException>(() => Check(request)).Text);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Expected":{},"KeyConditions":{}}""")]
    [InlineData("""{"ProjectionExpression":"x","KeyConditions":{}}""")]
    [InlineData("""{"ProjectionExpression":"x","ExpressionAttributeNames":{}}""")]
    [InlineData("""{"UpdateExpression":"x","ExpressionAttributeNames":{},"ExpressionAttributeValues":{}}""")]
    public void One_style_of_parameters_is_taken(string request) => Check(request);

    [Fact]
    public void Where_one_expression_takes_values_the_refusal_names_it() => Assert.Equal(
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null",
        Assert.Throws<DynamoDBException>(() => ParameterStyle.Check(
            JsonElement.Parse("""{"ExpressionAttributeValues":{}}"""), ["ConditionExpression"], [])).Text);

    [Fact]
    public void Where_no_expression_takes_values_they_are_no_fault_of_style() =>
        ParameterStyle.Check(JsonElement.Parse("""{"ExpressionAttributeValues":{}}"""), ["ProjectionExpression"], []);

    private static void Check(string request) => ParameterStyle.Check(
        JsonElement.Parse(request),
        ["UpdateExpression", "ConditionExpression", "KeyConditionExpression", "ProjectionExpression"],
        ["AttributeUpdates", "Expected", "KeyConditions"]);
}
