using Amazon.DynamoDBv2;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Tests;

public sealed class HttpClientsTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(600)]
    public void A_client_waits_as_long_as_its_configuration_says(int seconds)
    {
        var config = new AmazonDynamoDBConfig { Timeout = TimeSpan.FromSeconds(seconds) };

        using var client = new HttpClients().CreateHttpClient(config);

        Assert.Equal(TimeSpan.FromSeconds(seconds), client.Timeout);
    }
}
