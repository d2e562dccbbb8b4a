using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Framework.DynamoDB.Sending;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Framework.DynamoDB.Wire;

namespace Framework.DynamoDB.Tests;

/// <summary>DynamoDB's protocol as tables speak it, against the SDK's own.</summary>
public sealed class WireTests
{
    private static readonly Dictionary<string, AttributeValue> Key = new() { ["id"] = new() { S = "ä\"\\/<>&😀" } };

    private static readonly Dictionary<string, string> Names = new() { ["#0"] = "name" };

    [Fact]
    public async Task A_request_is_what_the_SDK_would_send()
    {
        foreach (var item in FsCheck.Fluent.Gen.Sample(EverythingGenerator.Items, 100).Select(Item))
        {
            await SameAsync(new GetItemRequest { TableName = "t", Key = Key, ConsistentRead = true, ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }, GetItemRequestMarshaller.Instance, (sender, request) => sender.GetItemAsync(request, default));
            await SameAsync(
                new QueryRequest
                {
                    TableName = "t",
                    IndexName = "index",
                    KeyConditionExpression = "a",
                    FilterExpression = "b",
                    ProjectionExpression = "c",
                    ExpressionAttributeNames = Names,
                    ExpressionAttributeValues = item,
                    ExclusiveStartKey = Key,
                    Limit = 3,
                    Select = Select.COUNT,
                    ScanIndexForward = false,
                    ConsistentRead = true,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                QueryRequestMarshaller.Instance, (sender, request) => sender.QueryAsync(request, default));
            await SameAsync(
                new ScanRequest
                {
                    TableName = "t",
                    Segment = 1,
                    TotalSegments = 2,
                    FilterExpression = "b",
                    ExpressionAttributeNames = Names,
                    ExpressionAttributeValues = item,
                    ExclusiveStartKey = Key,
                    ConsistentRead = true,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                ScanRequestMarshaller.Instance, (sender, request) => sender.ScanAsync(request, default));
            await SameAsync(
                new PutItemRequest
                {
                    TableName = "t",
                    Item = item,
                    ConditionExpression = "a",
                    ExpressionAttributeNames = Names,
                    ExpressionAttributeValues = Key,
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                PutItemRequestMarshaller.Instance, (sender, request) => sender.PutItemAsync(request, default));
            await SameAsync(
                new UpdateItemRequest
                {
                    TableName = "t",
                    Key = Key,
                    UpdateExpression = "u",
                    ConditionExpression = "a",
                    ExpressionAttributeNames = Names,
                    ExpressionAttributeValues = item,
                    ReturnValues = ReturnValue.ALL_NEW,
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                UpdateItemRequestMarshaller.Instance, (sender, request) => sender.UpdateItemAsync(request, default));
            await SameAsync(
                new DeleteItemRequest
                {
                    TableName = "t",
                    Key = Key,
                    ConditionExpression = "a",
                    ExpressionAttributeNames = Names,
                    ExpressionAttributeValues = item,
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                DeleteItemRequestMarshaller.Instance, (sender, request) => sender.DeleteItemAsync(request, default));
            await SameAsync(
                new BatchGetItemRequest { RequestItems = new() { ["t"] = new() { Keys = [Key, Key], ConsistentRead = true } }, ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL },
                BatchGetItemRequestMarshaller.Instance, (sender, request) => sender.BatchGetItemAsync(request, default));
            await SameAsync(
                new BatchWriteItemRequest { RequestItems = new() { ["t"] = [new(new PutRequest(item)), new(new DeleteRequest(Key))] }, ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL },
                BatchWriteItemRequestMarshaller.Instance, (sender, request) => sender.BatchWriteItemAsync(request, default));
            await SameAsync(
                new TransactGetItemsRequest { TransactItems = [new() { Get = new() { TableName = "t", Key = Key } }], ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL },
                TransactGetItemsRequestMarshaller.Instance, (sender, request) => sender.TransactGetItemsAsync(request, default));
            await SameAsync(Transaction(item), TransactWriteItemsRequestMarshaller.Instance, (sender, request) => sender.TransactWriteItemsAsync(request, default));
        }
    }

    [Theory]
    [InlineData("ConditionalCheckFailedException", typeof(ConditionalCheckFailedException))]
    [InlineData("TransactionCanceledException", typeof(TransactionCanceledException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("TransactionConflictException", typeof(TransactionConflictException))]
    [InlineData("IdempotentParameterMismatchException", typeof(IdempotentParameterMismatchException))]
    [InlineData("ItemCollectionSizeLimitExceededException", typeof(ItemCollectionSizeLimitExceededException))]
    [InlineData("ValidationException", typeof(AmazonDynamoDBException))]
    [InlineData("AccessDeniedException", typeof(AmazonDynamoDBException))]
    public async Task A_refusal_is_the_SDK_s_exception_after_one_attempt(string code, Type type)
    {
        var (calls, exception) = await FailAsync(HttpStatusCode.BadRequest, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"as asked"}""");

        Assert.Equal(1, calls);
        Assert.IsType(type, exception);
        Assert.Equal((code, "as asked", HttpStatusCode.BadRequest), (exception.ErrorCode, exception.Message, exception.StatusCode));
    }

    [Theory]
    [InlineData(400, "ProvisionedThroughputExceededException", typeof(ProvisionedThroughputExceededException))]
    [InlineData(400, "RequestLimitExceeded", typeof(RequestLimitExceededException))]
    [InlineData(400, "ThrottlingException", typeof(ThrottlingException))]
    [InlineData(400, "TransactionInProgressException", typeof(TransactionInProgressException))]
    [InlineData(429, "TooManyRequestsException", typeof(ThrottlingException))]
    [InlineData(500, "InternalServerError", typeof(InternalServerErrorException))]
    [InlineData(503, "ServiceUnavailable", typeof(AmazonDynamoDBException))]
    public async Task What_may_succeed_a_moment_later_is_tried_three_times(int status, string code, Type type)
    {
        var (calls, exception) = await FailAsync((HttpStatusCode)status, $$"""{"__type":"{{code}}","Message":"as asked"}""");

        Assert.Equal(3, calls);
        Assert.IsType(type, exception);
    }

    [Fact]
    public async Task A_failure_that_is_no_JSON_is_an_exception_all_the_same()
    {
        var (calls, exception) = await FailAsync(HttpStatusCode.BadGateway, "<html>a proxy");

        Assert.Equal((3, "502"), (calls, exception.ErrorCode));
    }

    [Theory]
    [InlineData("1", "{}")]
    [InlineData("no number", "{}")]
    [InlineData(null, "{\"Item\":")]
    [InlineData(null, "[]")]
    [InlineData(null, "")]
    [InlineData(null, "{\"Item\":{\"a\":{\"S\":1}}}")]
    public async Task A_response_that_cannot_be_right_is_asked_for_again(string? checksum, string body)
    {
        var handler = new Responses(() => Response(HttpStatusCode.OK, body, checksum), () => Response(HttpStatusCode.OK, "{}", Checksum("{}")));
        using var sender = Sender(handler);

        Assert.Null((await sender.GetItemAsync(new() { TableName = "t", Key = Key }, TestContext.Current.CancellationToken)).Item);
        Assert.Equal(2, handler.Calls);
    }

    [Fact]
    public void The_budget_of_retries_ends_and_successes_fill_it_again()
    {
        var budget = new RetryBudget();

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(5, budget.Take(isTimeout: false)));
        Assert.Equal(0, budget.Take(isTimeout: false));
        Assert.All(Enumerable.Range(0, 9), _ => budget.Give(0));
        Assert.Equal(0, budget.Take(isTimeout: true));
        budget.Give(0);
        Assert.Equal(10, budget.Take(isTimeout: true));
        budget.Give(5);
        Assert.Equal(5, budget.Take(isTimeout: false));
    }

    private static Dictionary<string, AttributeValue> Item(Everything item) => Written(item);

    private static Dictionary<string, AttributeValue> Written<T>(T item)
        where T : class, ITableItem<T> => T.Write(item);

    private static TransactWriteItemsRequest Transaction(Dictionary<string, AttributeValue> item) => new()
    {
        TransactItems =
        [
            new() { Put = new() { TableName = "t", Item = item, ConditionExpression = "a", ExpressionAttributeNames = Names, ExpressionAttributeValues = Key, ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD } },
            new() { Update = new() { TableName = "t", Key = Key, UpdateExpression = "u", ConditionExpression = "a", ExpressionAttributeNames = Names, ExpressionAttributeValues = item, ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD } },
            new() { Delete = new() { TableName = "t", Key = Key, ConditionExpression = "a", ExpressionAttributeNames = Names, ExpressionAttributeValues = item } },
            new() { ConditionCheck = new() { TableName = "t", Key = Key, ConditionExpression = "a", ExpressionAttributeNames = Names, ExpressionAttributeValues = item } },
        ],
        ClientRequestToken = "token",
        ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
    };

    private static async Task SameAsync<TRequest>(
        TRequest request, IMarshaller<IRequest, TRequest> marshaller, Func<ITableSender, TRequest, Task> send)
        where TRequest : AmazonWebServiceRequest
    {
        var handler = new Responses(() => Response(HttpStatusCode.OK, "{}", Checksum("{}")));
        using var sender = Sender(handler);
        await send(sender, request);

        var theirs = marshaller.Marshall(request);
        Assert.Equal(theirs.Headers["X-Amz-Target"], handler.Target);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(theirs.ContentStream is { } stream ? stream : new MemoryStream(theirs.Content)), JsonNode.Parse(handler.Body)), Encoding.UTF8.GetString(handler.Body));
    }

    private static async Task<(int Calls, AmazonDynamoDBException Exception)> FailAsync(HttpStatusCode status, string body)
    {
        var handler = new Responses(() => Response(status, body, Checksum(body)));
        using var sender = Sender(handler);
        var exception = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => sender.GetItemAsync(new() { TableName = "t", Key = Key }, default));
        return (handler.Calls, exception);
    }

    private static HttpResponseMessage Response(HttpStatusCode status, string body, string? checksum)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        if (checksum is not null)
            response.Headers.TryAddWithoutValidation("x-amz-crc32", checksum);
        return response;
    }

    private static string Checksum(string body) => Crc32.HashToUInt32(Encoding.UTF8.GetBytes(body)).ToString(CultureInfo.InvariantCulture);

    private static WireSender Sender(HttpMessageHandler handler)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = "http://localhost:1", AuthenticationRegion = "us-east-1", MaxErrorRetry = 2 };
        return new(new(
            new HttpClient(handler),
            new(config, new(_ => Task.FromResult<AWSCredentials>(new BasicAWSCredentials("local", "local")), () => "us-east-1")),
            new ImpatientClock()));
    }

    // Each once, and the last for all further calls.
    private sealed class Responses(params Func<HttpResponseMessage>[] responses) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        public string? Target { get; private set; }

        public byte[] Body { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Target = request.Headers.GetValues("X-Amz-Target").Single();
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return responses[Math.Min(Calls++, responses.Length - 1)]();
        }
    }
}
