using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items.Shop;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientViewTests(OwnClientEngine engine) : ViewTests(engine)
{
    // Only a client of the SDK shows its requests.
    [Fact]
    public async Task A_view_asks_DynamoDB_for_its_attributes_alone()
    {
        await using var orders = await OrdersAsync();
        var requests = new List<AmazonWebServiceRequest>();
        ((AmazonDynamoDBClient)orders.Client).BeforeRequestEvent += (_, call) =>
            requests.Add(((WebServiceRequestEventArgs)call).Request);

        await orders.Table.QueryAsync<OrderTotal>(Order.Partition("ann")).ToListAsync();

        var request = Assert.Single(requests.OfType<QueryRequest>());
        Assert.Equal(
            ["number", "total", "status"],
            request.ProjectionExpression.Split(", ").Select(name => request.ExpressionAttributeNames[name]));
    }
}
