using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Todo.Service.Tests;

/// <summary>The todos' table, made as the README says.</summary>
internal static class TodosTable
{
    public static async Task CreateAsync(Uri endpoint)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-central-1" });
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "todos",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("owner", KeyType.HASH), new("id", KeyType.RANGE)],
            AttributeDefinitions = [new("owner", ScalarAttributeType.S), new("id", ScalarAttributeType.S)],
        });
    }
}
