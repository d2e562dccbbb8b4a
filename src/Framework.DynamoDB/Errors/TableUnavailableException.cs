namespace Framework.DynamoDB.Errors;

/// <summary>DynamoDB throttled the call or failed, after the SDK's retries: 503.</summary>
/// <inheritdoc cref="TableException"/>
public sealed class TableUnavailableException(string table, ItemKey? key, Exception? inner = null)
    : TableException(
        table,
        key,
        new(503, "unavailable", "The store is busy") { Detail = "Nothing is wrong with the request; try again shortly." },
        inner)
{
    /// <summary>How long to wait at least before the call is worth another try.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
