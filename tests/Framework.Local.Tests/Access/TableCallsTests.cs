using System.Text.Json;
using Framework.Local.Access;

namespace Framework.Local.Tests.Access;

public sealed class TableCallsTests
{
    [Theory]
    [InlineData("GetItem", """{"TableName":"notes"}""", "dynamodb:GetItem notes ")]
    [InlineData("GetItem", """{"TableName":"arn:aws:dynamodb:eu-central-1:123456789012:table/notes"}""", "dynamodb:GetItem notes ")]
    [InlineData("Query", """{"TableName":"notes","IndexName":"byDay"}""", "dynamodb:Query notes byDay")]
    [InlineData("BatchGetItem", """{"RequestItems":{"notes":{},"days":{}}}""", "dynamodb:BatchGetItem notes ", "dynamodb:BatchGetItem days ")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"notes":[]}}""", "dynamodb:BatchWriteItem notes ")]
    [InlineData("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"notes"}}]}""", "dynamodb:GetItem notes ")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Put":{"TableName":"a"}},{"Update":{"TableName":"b"}},{"Delete":{"TableName":"c"}},{"ConditionCheck":{"TableName":"d"}}]}""",
        "dynamodb:PutItem a ", "dynamodb:UpdateItem b ", "dynamodb:DeleteItem c ", "dynamodb:ConditionCheckItem d ")]
    [InlineData("ListTables", "{}", "dynamodb:ListTables  ")]
    [InlineData("ExecuteStatement", """{"Statement":"SELECT * FROM \"notes\".\"byDay\" WHERE a = 1"}""", "dynamodb:PartiQLSelect notes byDay")]
    [InlineData("ExecuteStatement", """{"Statement":"insert into notes value {'a': 1}"}""", "dynamodb:PartiQLInsert notes ")]
    [InlineData("BatchExecuteStatement", """{"Statements":[{"Statement":"UPDATE \"notes\" SET a = 1 WHERE b = 2"}]}""", "dynamodb:PartiQLUpdate notes ")]
    [InlineData("ExecuteTransaction", """{"TransactStatements":[{"Statement":"DELETE FROM \"notes\" WHERE b = 2"}]}""", "dynamodb:PartiQLDelete notes ")]
    public void A_request_needs_the_actions_that_IAM_checks(string operation, string request, params string[] expected)
    {
        using var body = JsonDocument.Parse(request);

        Assert.Equal(expected, TableCalls.Of(operation, body.RootElement).Select(call => $"{call.Action} {call.Table} {call.Index}"));
    }

    [Theory]
    [InlineData("GetItem", "[]")]
    [InlineData("GetItem", """{"TableName":7}""")]
    [InlineData("TransactWriteItems", """{"TransactItems":[7,{"Put":7}]}""")]
    [InlineData("BatchGetItem", """{"RequestItems":7}""")]
    [InlineData("ExecuteStatement", """{"Statement":""}""")]
    public void A_request_that_is_not_valid_is_left_to_DynamoDB(string operation, string request)
    {
        using var body = JsonDocument.Parse(request);

        Assert.All(TableCalls.Of(operation, body.RootElement).ToList(), call => Assert.Null(call.Table));
    }
}
