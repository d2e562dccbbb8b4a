using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Wire;

/// <summary>Speaks DynamoDB's protocol by itself.</summary>
internal sealed class WireSender(WireCaller caller) : ITableSender, IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellation) =>
        SendAsync("GetItem", request, RequestWriter.Write, ResponseReader.GetItem, cancellation);

    public Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        SendAsync("Query", request, RequestWriter.Write, ResponseReader.Query, cancellation);

    public Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellation) =>
        SendAsync("Scan", request, RequestWriter.Write, ResponseReader.Scan, cancellation);

    public Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellation) =>
        SendAsync("BatchGetItem", request, ManyRequestWriter.Write, ManyResponseReader.BatchGetItem, cancellation);

    public Task<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellation) =>
        SendAsync("BatchWriteItem", request, ManyRequestWriter.Write, ManyResponseReader.BatchWriteItem, cancellation);

    public Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellation) =>
        SendAsync("PutItem", request, RequestWriter.Write, ResponseReader.PutItem, cancellation);

    public Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellation) =>
        SendAsync("UpdateItem", request, RequestWriter.Write, ResponseReader.UpdateItem, cancellation);

    public Task<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellation) =>
        SendAsync("DeleteItem", request, RequestWriter.Write, ResponseReader.DeleteItem, cancellation);

    public Task<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellation) =>
        SendAsync("TransactGetItems", request, ManyRequestWriter.Write, ManyResponseReader.TransactGetItems, cancellation);

    public Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellation) =>
        SendAsync("TransactWriteItems", request, ManyRequestWriter.Write, ManyResponseReader.TransactWriteItems, cancellation);

    public void Dispose() => caller.Dispose();

    private Task<TResponse> SendAsync<TRequest, TResponse>(
        string operation, TRequest request, Action<Utf8JsonWriter, TRequest> write, ValueReader<TResponse> read, CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            write(json, request);
            json.WriteEndObject();
        }
        return caller.SendAsync(operation, body.WrittenMemory, request as IAttempt, read, cancellation);
    }
}
