using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Tables;

/// <summary>One table behind the SDK's client, whose exceptions it turns into the table's own. The client is made on
/// first use.</summary>
/// <param name="name">The table's name in DynamoDB.</param>
/// <param name="client">Gives the one client.</param>
internal sealed class TableClient(string name, Func<IAmazonDynamoDB> client)
{
    public string Name { get; } = name;

    public async Task<TResponse> SendAsync<TResponse>(ItemKey? key, Func<IAmazonDynamoDB, Task<TResponse>> call)
    {
        try
        {
            return await call(client());
        }
        catch (AmazonDynamoDBException exception) when (IsUnavailable(exception))
        {
            throw new TableUnavailableException(Name, key, exception);
        }
        catch (AmazonDynamoDBException exception) when (IsTooLarge(exception))
        {
            throw new ItemTooLargeException(Name, key, exception);
        }
    }

    private static bool IsUnavailable(AmazonDynamoDBException exception) =>
        exception is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or InternalServerErrorException or TransactionConflictException
        || exception is { Retryable.Throttling: true }
        || (int)exception.StatusCode >= 500;

    // DynamoDB gives it no code of its own.
    private static bool IsTooLarge(AmazonServiceException exception) =>
        exception.ErrorCode == "ValidationException"
        && exception.Message.Contains("Item size", StringComparison.OrdinalIgnoreCase);
}
