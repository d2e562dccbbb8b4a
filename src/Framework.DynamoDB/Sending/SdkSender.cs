using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Sending;

/// <summary>Sends through a client of the SDK that the service registers.</summary>
internal sealed record SdkSender(IAmazonDynamoDB Client) : ITableSender
{
    public Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellation) =>
        Client.GetItemAsync(request, cancellation);

    public Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        Client.QueryAsync(request, cancellation);

    public Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellation) =>
        Client.ScanAsync(request, cancellation);

    public Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellation) =>
        Client.BatchGetItemAsync(request, cancellation);

    public Task<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellation) =>
        Client.BatchWriteItemAsync(request, cancellation);

    public Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellation) =>
        Client.PutItemAsync(request, cancellation);

    public Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellation) =>
        Client.UpdateItemAsync(request, cancellation);

    public Task<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellation) =>
        Client.DeleteItemAsync(request, cancellation);

    public Task<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellation) =>
        Client.TransactGetItemsAsync(request, cancellation);

    public Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellation) => Client.TransactWriteItemsAsync(request, cancellation);
}
