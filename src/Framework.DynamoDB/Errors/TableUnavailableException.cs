using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>DynamoDB throttled the call or failed, after retries, or could not be reached: 503 with
/// <c>Retry-After</c>.</summary>
/// <remarks>A write may have been applied, where DynamoDB got the request and its response was lost.</remarks>
/// <inheritdoc cref="TableException"/>
public sealed class TableUnavailableException(string table, ItemKey? key, Exception? inner = null)
    : TableException(table, key, Busy, inner)
{
    private static readonly Problem Busy = new(503, "unavailable", "Service Unavailable")
    {
        Detail = "The store is busy. The request is right: try again shortly.",
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>The least time to wait before another attempt.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
