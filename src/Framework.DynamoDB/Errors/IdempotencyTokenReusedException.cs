namespace Framework.DynamoDB.Errors;

/// <summary>The idempotency token of a transaction was used within the last ten minutes for other writes: 422.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class IdempotencyTokenReusedException(string table, Exception? inner = null)
    : TableException(
        table,
        null,
        new(422, "idempotency-token-reused", "Idempotency token reused")
        {
            Detail = "The token was sent with another request. Send a new token with each new request.",
        },
        inner);
