using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>Reads tables for a person to look at.</summary>
internal sealed class TableReader(Database database, Catalog catalog)
{
    /// <summary>The tables by name.</summary>
    public IReadOnlyList<TableSummary> Tables =>
        [.. catalog.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(Summarize)];

    /// <summary>One table; null where there is none of that name.</summary>
    public TableSummary? Find(string name) =>
        catalog.Tables.FirstOrDefault(table => table.Name == name) is { } table ? Summarize(table) : null;

    /// <summary>Reads items in the order of Scan.</summary>
    /// <param name="table">The table.</param>
    /// <param name="after">The place behind which to begin; null for the first item.</param>
    /// <param name="limit">How many items at most.</param>
    public ItemPage Read(Table table, ItemKey? after, int limit) => database.Read(session =>
    {
        var cursor = new Cursor(Source.Find(table, indexName: null, isConsistent: true));
        if (after is { } place)
            cursor.After([place.Hash, place.Range], withinPartition: false);
        var items = new List<Item>();
        using var rows = cursor.Open(session);
        while (rows.Step())
        {
            if (items.Count == limit)
                return new ItemPage(items, table.Locate(items[^1]));
            items.Add(ItemCodec.Decode(rows.Blob(2)));
        }
        return new ItemPage(items, Last: null);
    });

    private TableSummary Summarize(Table table) =>
        new(table, database.Read(session => Statistics.Read(session, table.SqlName)));
}
