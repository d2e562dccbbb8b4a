using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.Local.Tests.Browsing;

/// <summary>Notes in the table of the test service.</summary>
internal static class Notes
{
    public static async Task PutAsync(TestCloud cloud, string owner, int at, string attributes = "{}")
    {
        using var dynamo = new DynamoDBEndpoint(new Uri(cloud.Address, "_local/dynamodb"));
        var item = JsonNode.Parse(attributes)!.AsObject();
        item["owner"] = new JsonObject { ["S"] = owner };
        item["at"] = new JsonObject { ["N"] = $"{at}" };
        await dynamo.CallAsync("PutItem", new JsonObject { ["TableName"] = TestService.Table, ["Item"] = item }.ToJsonString());
    }

    public static async Task CreateIndexedTableAsync(TestCloud cloud)
    {
        using var dynamo = new DynamoDBEndpoint(new Uri(cloud.Address, "_local/dynamodb"));
        await dynamo.CallAsync("CreateTable", """
            {"TableName":"indexed","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[
                {"AttributeName":"a","AttributeType":"S"},{"AttributeName":"c","AttributeType":"B"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byC","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["d"]},
                "KeySchema":[{"AttributeName":"c","KeyType":"HASH"}]}]}
            """);
    }

    public static async Task CreateTextTableAsync(TestCloud cloud)
    {
        using var dynamo = new DynamoDBEndpoint(new Uri(cloud.Address, "_local/dynamodb"));
        await dynamo.CallAsync("CreateTable", """
            {"TableName":"texts","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[
                {"AttributeName":"owner","AttributeType":"S"},{"AttributeName":"at","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"owner","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}]}
            """);
    }

    public static async Task PutTextAsync(TestCloud cloud, string owner, string at)
    {
        using var dynamo = new DynamoDBEndpoint(new Uri(cloud.Address, "_local/dynamodb"));
        await dynamo.CallAsync(
            "PutItem", $$$$"""{"TableName":"texts","Item":{"owner":{"S":"{{{{owner}}}}"},"at":{"S":"{{{{at}}}}"}}}""");
    }

    public static async Task<JsonNode?> GetAsync(TestCloud cloud, string owner, int at)
    {
        using var dynamo = new DynamoDBEndpoint(new Uri(cloud.Address, "_local/dynamodb"));
        var response = await dynamo.CallAsync(
            "GetItem", $$$$"""{"TableName":"notes","Key":{"owner":{"S":"{{{{owner}}}}"},"at":{"N":"{{{{at}}}}"}}}""");
        return response["Item"];
    }
}
