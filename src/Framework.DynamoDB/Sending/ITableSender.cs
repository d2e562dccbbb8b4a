using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Sending;

/// <summary>The operations of DynamoDB that tables use, by the SDK's types. Errors are the SDK's exceptions.</summary>
internal interface ITableSender
{
    Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellation);

    Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellation);

    Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellation);

    Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellation);

    Task<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellation);

    Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellation);

    Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellation);

    Task<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellation);

    Task<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellation);

    Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellation);
}
