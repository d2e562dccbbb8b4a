using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>Commits writes all together or not at all, and says whose condition did not hold.</summary>
internal static class TransactionSender
{
    // TransactWriteItems takes so many.
    private const int MaxItems = 100;

    public static async Task CommitAsync(
        IReadOnlyList<ItemWrite> writes, string? token, TimeProvider clock, CancellationToken cancellation)
    {
        Check(writes);
        var client = writes[0].Client;
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [.. writes.Select(write => write.InTransaction())],
            ClientRequestToken = token ?? Guid.NewGuid().ToString(),
            ReturnConsumedCapacity = client.Capacity.Asked,
        };
        var backoff = TableBackoff.Create(clock);
        while (true)
        {
            try
            {
                await client.SendAsync(null, dynamo => dynamo.TransactWriteItemsAsync(request, cancellation));
                return;
            }
            catch (TransactionCanceledException exception)
            {
                if (Refusal(writes, exception) is { } refusal)
                    throw refusal;
                if (!await backoff.NextAsync(cancellation))
                    throw new TableUnavailableException(client.Name, writes[0].Key, exception);
            }
            catch (MissingTableException exception)
            {
                throw new MissingTableException(writes.Select(write => write.Client), exception.InnerException);
            }
            catch (AmazonDynamoDBException exception) when (
                exception.ErrorCode == "ValidationException" && Explain(writes, exception) is { } explanation)
            {
                throw explanation;
            }
            catch (IdempotentParameterMismatchException exception)
            {
                throw new IdempotencyTokenReusedException(client.Name, exception);
            }
        }
    }

    private static void Check(IReadOnlyList<ItemWrite> writes)
    {
        if (writes.Count > MaxItems)
            throw new InvalidOperationException(
                $"A transaction holds at most {MaxItems} items, including the guards of unique values; this one has {writes.Count}.");
        var written = new HashSet<(string, ItemKey)>();
        foreach (var write in writes)
            if (!written.Add((write.Client.Name, write.Key.Canonical)))
                throw write.Refuse(null, new InvalidOperationException($"The transaction writes {write.Key} more than once."));
    }

    // Null where only others were in the way, and the same may succeed on the next attempt.
    private static Exception? Refusal(IReadOnlyList<ItemWrite> writes, TransactionCanceledException exception)
    {
        var reasons = exception.CancellationReasons ?? [];
        for (var index = 0; index < reasons.Count; index++)
        {
            var (write, reason) = (writes[index], reasons[index]);
            switch (reason.Code)
            {
                case "ConditionalCheckFailed":
                    return write.Refuse(reason.Item, exception);
                case "ValidationError" when reason.Message?.Contains("Item size", StringComparison.OrdinalIgnoreCase) is true:
                    return new ItemTooLargeException(write.Client.Name, write.Key, exception);
                case "ValidationError" or "ItemCollectionSizeLimitExceeded":
                    return write.Explain(reason.Message ?? "", exception) ?? exception;
            }
        }
        return null;
    }

    // DynamoDB does not say whose content it refuses before it begins: items are whole, and so can be looked through.
    private static Exception? Explain(IReadOnlyList<ItemWrite> writes, AmazonDynamoDBException exception) => writes
        .OrderBy(write => write is not PutWrite)
        .Select(write => write.Explain(exception.Message, exception))
        .FirstOrDefault(explanation => explanation is not null);
}
