using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Framework.Resources;

namespace Framework.DynamoDB.Tables;

/// <summary>Makes the SDK's client: for the local cloud where there is one, else as AWS configures it.</summary>
internal static class DynamoClient
{
    public static IAmazonDynamoDB Create(LocalResources? local) => local is null
        ? new AmazonDynamoDBClient()
        : new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = local.DynamoDB.AbsoluteUri, AuthenticationRegion = "us-east-1" });
}
