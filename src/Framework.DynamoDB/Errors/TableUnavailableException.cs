using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>DynamoDB throttled the call or failed, after retries, or could not be reached: 503 with
/// <c>Retry-After</c>.</summary>
/// <remarks>A write may have happened nonetheless, where DynamoDB was reached and its answer was lost.</remarks>
/// <inheritdoc cref="TableException"/>
public sealed class TableUnavailableException(string table, ItemKey? key, Exception? inner = null)
    : TableException(table, key, Busy, inner)
{
    private static readonly Problem Busy = new(503, "unavailable", "The store is busy")
    {
        Detail = "Nothing is wrong with the request; try again shortly.",
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>How long to wait at least before the call is worth another try.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
