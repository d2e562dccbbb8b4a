using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Sending;

/// <summary>One table behind a sender, whose exceptions become the table's own. The sender is made on first use.</summary>
/// <param name="name">The table's name in DynamoDB.</param>
/// <param name="sender">Gives the one sender.</param>
/// <param name="capacity">Counts what the calls consume.</param>
/// <param name="variable">The environment variable that may name the table.</param>
internal sealed class TableClient(string name, Func<ITableSender> sender, CapacityMeter capacity, string variable)
{
    private ITableSender? _sender;

    public string Name { get; } = name;

    public string Variable { get; } = variable;

    public CapacityMeter Capacity { get; } = capacity;

    public ITableSender Sender => _sender ??= sender();

    public Task<TResponse> SendAsync<TResponse>(ItemKey? key, Func<ITableSender, Task<TResponse>> call)
        where TResponse : AmazonWebServiceResponse => SendAsync(key, call, static response => response, null);

    /// <summary>Sends a request and takes what is wanted of its response.</summary>
    /// <param name="key">The item's key, for what the exceptions say.</param>
    /// <param name="call">Sends the request.</param>
    /// <param name="result">Takes the result from the response.</param>
    /// <param name="refused">Gives the result, or throws, where the request's condition did not hold.</param>
    /// <param name="write">Finds which of its values DynamoDB refuses; null for a read.</param>
    public async Task<TResult> SendAsync<TResponse, TResult>(
        ItemKey? key,
        Func<ITableSender, Task<TResponse>> call,
        Func<TResponse, TResult> result,
        Func<ConditionalCheckFailedException, TResult>? refused,
        IRefusable? write = null)
        where TResponse : AmazonWebServiceResponse
    {
        TResponse response;
        try
        {
            response = await call(Sender);
        }
        catch (ConditionalCheckFailedException exception) when (refused is not null)
        {
            return refused(exception);
        }
        catch (Exception exception) when (IsUnavailable(exception))
        {
            throw new TableUnavailableException(Name, key, exception);
        }
        catch (AmazonDynamoDBException exception) when (IsTooLarge(exception))
        {
            throw new ItemTooLargeException(Name, key, exception);
        }
        catch (AmazonDynamoDBException exception) when (
            exception.ErrorCode == "ValidationException" && write?.Explain(exception.Message, exception) is { } explanation)
        {
            throw explanation;
        }
        catch (ResourceNotFoundException exception)
        {
            throw new MissingTableException([this], exception);
        }
        Capacity.Record(response);
        return result(response);
    }

    private static bool IsUnavailable(Exception exception) => exception switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or InternalServerErrorException or TransactionConflictException or TransactionInProgressException
            or AmazonUnmarshallingException => true,
        AmazonServiceException { Retryable.Throttling: true } => true,
        AmazonServiceException service => (int)service.StatusCode >= 500,
        HttpRequestException or IOException or TimeoutException => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    // DynamoDB has no error code for this case.
    private static bool IsTooLarge(AmazonServiceException exception) =>
        exception.ErrorCode == "ValidationException"
        && exception.Message.Contains("Item size", StringComparison.OrdinalIgnoreCase);
}
