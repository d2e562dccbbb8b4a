using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>The item was changed between being read and being written, time and again: 503.</summary>
/// <inheritdoc cref="TableException"/>
internal sealed class ItemChangedException(string table, ItemKey key, Exception? inner = null)
    : TableException(
        table,
        key,
        new Problem(503, "unavailable", "The store is busy")
        {
            Detail = "Others change the same; try again shortly.",
            RetryAfter = TimeSpan.FromSeconds(1),
        },
        inner);
