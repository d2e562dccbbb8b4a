using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Framework.DynamoDB.Wire;

/// <summary>An error that DynamoDB responds with
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">its errors</see>).</summary>
internal sealed record ServiceError(HttpStatusCode Status, string Code, string Message, string? RequestId)
{
    private Dictionary<string, AttributeValue>? _item;
    private List<CancellationReason>? _reasons;

    /// <summary>Whether DynamoDB refuses the rate of calls.</summary>
    public bool IsThrottle => Code is "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottledException"
        or "TooManyRequestsException" or "ProvisionedThroughputExceededException" or "TransactionInProgressException"
        or "RequestLimitExceeded" or "BandwidthLimitExceeded" or "LimitExceededException" or "RequestThrottled" or "SlowDown"
        or "PriorRequestNotComplete";

    /// <summary>Whether the same call may succeed a moment later.</summary>
    public bool IsTransient => IsThrottle
        || Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests
        || Code is "RequestTimeout" or "RequestTimeoutException";

    /// <summary>Whether the caller's clock may be the cause.</summary>
    public bool IsOfClock => Code is "InvalidSignatureException" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed"
        or "RequestExpired" or "RequestInTheFuture" or "AuthFailure";

    /// <summary>Whether the attempt cannot have been applied.</summary>
    public bool IsRefusal => (int)Status is >= 400 and < 500;

    public static ServiceError Read(HttpStatusCode status, byte[] body, string? requestId)
    {
        var error = new ServiceError(status, $"{(int)status}", $"DynamoDB responded with the status {(int)status}.", requestId);
        try
        {
            var json = new Utf8JsonReader(body);
            return json.Read() && json.TokenType == JsonTokenType.StartObject ? error.With(ref json) : error;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What is between, a proxy for example, does not speak JSON.
            return error;
        }
    }

    public AmazonDynamoDBException ToException()
    {
        var type = IsRefusal ? ErrorType.Sender : ErrorType.Receiver;
        return Code switch
        {
            "ConditionalCheckFailedException" => new ConditionalCheckFailedException(Message, type, Code, RequestId, Status) { Item = _item },
            "TransactionCanceledException" =>
                new TransactionCanceledException(Message, type, Code, RequestId, Status) { CancellationReasons = _reasons },
            "ResourceNotFoundException" => new ResourceNotFoundException(Message, type, Code, RequestId, Status),
            "ProvisionedThroughputExceededException" =>
                new ProvisionedThroughputExceededException(Message, type, Code, RequestId, Status),
            "RequestLimitExceeded" => new RequestLimitExceededException(Message, type, Code, RequestId, Status),
            "InternalServerError" => new InternalServerErrorException(Message, type, Code, RequestId, Status),
            "TransactionConflictException" => new TransactionConflictException(Message, type, Code, RequestId, Status),
            "TransactionInProgressException" => new TransactionInProgressException(Message, type, Code, RequestId, Status),
            "IdempotentParameterMismatchException" =>
                new IdempotentParameterMismatchException(Message, type, Code, RequestId, Status),
            "ItemCollectionSizeLimitExceededException" =>
                new ItemCollectionSizeLimitExceededException(Message, type, Code, RequestId, Status),
            _ when IsThrottle => new ThrottlingException(Message, type, Code, RequestId, Status),
            _ => new AmazonDynamoDBException(Message, type, Code, RequestId, Status),
        };
    }

    private ServiceError With(ref Utf8JsonReader json)
    {
        var (code, message, item, reasons) = (Code, Message, _item, _reasons);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("__type"u8))
                code = json.Member(JsonMembers.Text).Split('#')[^1].Split(':')[0];
            else if (json.ValueTextEquals("message"u8) || json.ValueTextEquals("Message"u8))
                message = json.Member(JsonMembers.Text);
            else if (json.ValueTextEquals("Item"u8))
                item = json.Member(AttributeReader.Attributes);
            else if (json.ValueTextEquals("CancellationReasons"u8))
                reasons = json.Member(static (ref Utf8JsonReader list) => list.List(Reason));
            else
                json.SkipMember();
        }
        return this with { Code = code, Message = message, _item = item, _reasons = reasons };
    }

    private static CancellationReason Reason(ref Utf8JsonReader json)
    {
        var reason = new CancellationReason();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("Code"u8))
                reason.Code = json.Member(JsonMembers.Text);
            else if (json.ValueTextEquals("Message"u8))
                reason.Message = json.Member(JsonMembers.Text);
            else if (json.ValueTextEquals("Item"u8))
                reason.Item = json.Member(AttributeReader.Attributes);
            else
                json.SkipMember();
        }
        return reason;
    }
}
