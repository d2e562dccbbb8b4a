using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>In every attempt another writer changed the item after it was read and before it was written: 503.</summary>
/// <inheritdoc cref="TableException"/>
internal sealed class ItemChangedException(string table, ItemKey key, Exception? inner = null)
    : TableException(
        table,
        key,
        new Problem(503, "unavailable", "Service Unavailable")
        {
            Detail = "Others change the same item. Try again shortly.",
            RetryAfter = TimeSpan.FromSeconds(1),
        },
        inner);
