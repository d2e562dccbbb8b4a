using System.Security.Cryptography;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.Local.Data;

/// <summary>A change of one item that happens only where the item is still what the page showed.</summary>
/// <param name="tableName">The table.</param>
/// <param name="place">The item's place.</param>
/// <param name="item">The item afterwards; null to delete it.</param>
/// <param name="shown">The mark of the item that the page showed.</param>
internal sealed class ItemChange(string tableName, ItemKey place, StoredItem? item, string shown) : ItemWrite(tableName, WriteCondition.None)
{
    public override int PayloadSize => item?.Size ?? 0;

    /// <summary>A mark of all that an item holds; empty for no item.</summary>
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

    /// <exception cref="ItemChangedException">The item is another one now.</exception>
    public override StoredItem? Next(Table table, StoredItem? before) =>
        MarkOf(before) == shown ? item : throw new ItemChangedException(before);
}
