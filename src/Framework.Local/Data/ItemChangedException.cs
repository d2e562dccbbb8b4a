using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Data;

/// <summary>An item is no longer what the page showed.</summary>
/// <param name="now">The item now; null where there is none.</param>
internal sealed class ItemChangedException(StoredItem? now) : Exception("The item has changed since the page showed it.")
{
    /// <summary>The item now; null where there is none.</summary>
    public StoredItem? Now { get; } = now;
}
