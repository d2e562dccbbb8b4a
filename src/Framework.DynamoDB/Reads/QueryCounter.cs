using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Reads;

/// <summary>Counts the items of a query, over all its pages. DynamoDB does not send the items.</summary>
internal static class QueryCounter
{
    public static async Task<long> CountAsync(
        TableClient client, QueryRequest request, int? limit, CancellationToken cancellation)
    {
        request.Select = Select.COUNT;
        var most = limit ?? long.MaxValue;
        var count = 0L;
        do
        {
            var response = await client.SendAsync(null, dynamo => dynamo.QueryAsync(request, cancellation));
            count += response.Count ?? 0;
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 } && count < most);
        return Math.Min(count, most);
    }
}
