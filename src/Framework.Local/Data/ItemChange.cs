using System.Security.Cryptography;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.Local.Data;

/// <summary>A change of one item. It happens only where the item is still what the page showed.</summary>
/// <param name="tableName">The table.</param>
/// <param name="place">Where the item is in the table.</param>
/// <param name="item">The item after the change; null to delete it.</param>
/// <param name="shown">The mark of the item as the page showed it.</param>
internal sealed class ItemChange(string tableName, ItemKey place, StoredItem? item, string shown) : ItemWrite(tableName, WriteCondition.None)
{
    public override int PayloadSize => item?.Size ?? 0;

    /// <summary>A hash of all that an item holds: two items with the same mark are the same. It is empty for no item.</summary>
    public static string MarkOf(StoredItem? item) => item is null ? "" : Convert.ToHexString(SHA256.HashData(item.Encoded));

    public override void Check(Table table)
    {
        if (item is not null)
            KeyRules.CheckItem(table, item.Item);
        base.Check(table);
    }

    public override void CheckNotEmpty(Table table)
    {
        if (item is not null)
            KeyRules.CheckNotEmpty(table, item.Item);
    }

    public override ItemKey Locate(Table table) => place;

    /// <exception cref="ItemChangedException">Somebody else has changed the item.</exception>
    public override StoredItem? Next(Table table, StoredItem? before) =>
        MarkOf(before) == shown ? item : throw new ItemChangedException(before);
}
