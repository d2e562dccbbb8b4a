using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Data;

/// <summary>Reads tables for a person to look at.</summary>
internal sealed class TableReader(Database database, Catalog catalog)
{
    /// <summary>The tables, in the order of their names.</summary>
    public IReadOnlyList<TableSummary> Tables =>
        [.. catalog.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(Summarize)];

    /// <summary>The table of a name; null where there is none.</summary>
    public TableSummary? Find(string name) =>
        catalog.Tables.FirstOrDefault(table => table.Name == name) is { } table ? Summarize(table) : null;

    /// <summary>Reads items in the order of Scan and Query.</summary>
    /// <param name="table">The table.</param>
    /// <param name="search">Which items.</param>
    /// <param name="limit">How many items at most.</param>
    public ItemPage Read(Table table, ItemSearch search, int limit) => database.Read(session =>
    {
        var items = new List<Item>();
        using var rows = ToCursor(table, search).Open(session);
        while (items.Count < limit && rows.Step())
            items.Add(ItemCodec.Decode(rows.Blob(2)));
        var goesOn = items.Count == limit && rows.Step();
        if (items.Count == 0)
            return new ItemPage(items, First: null, Last: null);
        if (search.IsBackwards)
            items.Reverse();
        return new ItemPage(
            items,
            First: search.IsBackwards ? PlaceIf(goesOn, items[0]) : PlaceIf(search.Place is not null, items[0]),
            Last: PlaceIf(search.IsBackwards || goesOn, items[^1]));

        ItemKey? PlaceIf(bool isThere, Item item) => isThere ? table.Locate(item) : null;
    });

    /// <summary>Reads one item; null where there is none.</summary>
    public StoredItem? Get(Table table, ItemKey place) => database.Read(session => table.Get(session, place));

    private static Cursor ToCursor(Table table, ItemSearch search)
    {
        var cursor = new Cursor(Source.Find(table, indexName: null, isConsistent: true)) { IsDescending = search.IsBackwards };
        if (search.Partition is { } partition)
            cursor.Where("hash", "=", KeyCodec.LocatePartition(table.Key, _ => partition));
        if (search.Sort is { } sort)
        {
            var range = KeyRange.Of(new AttributeCondition(sort is NumberValue ? "EQ" : "BEGINS_WITH", [sort]));
            if (range.Lower is { } lower)
                cursor.Where("range", ">=", lower);
            if (range.Upper is { } upper)
                cursor.Where("range", range.IncludesUpper ? "<=" : "<", upper);
        }
        if (search.Place is { } place)
            cursor.After([place.Hash, place.Range], withinPartition: search.Partition is not null);
        return cursor;
    }

    private TableSummary Summarize(Table table) =>
        new(table, database.Read(session => Statistics.Read(session, table.SqlName)));
}
