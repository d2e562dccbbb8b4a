using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Reads one page of a SELECT.</summary>
internal sealed class SelectPage(Source source, SelectStatement select, SelectPlan plan, long limit)
{
    /// <summary>Bytes read, before the filter, that end a page (developer guide, "Paginating table query results").</summary>
    private const int MaxSize = 1024 * 1024;

    private long _seen;
    private long _size;

    /// <summary>The items that the statement wants.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>The walk in which the page ended, and the key that it ended at; null where there is no more.</summary>
    public (int Walk, Item Key)? End { get; private set; }

    /// <summary>Reads the page.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="begin">The end of the page before; null for the first page.</param>
    public void Read(Session session, (int Walk, Item Key)? begin)
    {
        for (var walk = begin?.Walk ?? 0; walk < plan.Count && End is null; walk++)
            Read(session, walk, walk == begin?.Walk ? begin?.Key : null);
    }

    public ConsumedCapacity Capacity(bool isConsistent)
    {
        // A read costs a unit, even where no item is found.
        var units = ConsumedCapacity.Read(Math.Max(1, _size), isConsistent);
        var capacity = new ConsumedCapacity(source.Table.Name);
        if (source.Index is null)
            capacity.Table = units;
        else
            capacity.Add(source.Index.Definition, units);
        return capacity;
    }

    private void Read(Session session, int walk, Item? start)
    {
        using var rows = plan.Open(walk, start).Open(session);
        while (rows.Step())
        {
            var whole = ItemCodec.Decode(rows.Blob(2));
            var item = source.IsGlobalIndex ? source.Index!.Project(whole) : whole;
            _seen++;
            _size += item.Size;
            if (select.Where is null || ConditionEvaluator.Holds(select.Where, item))
                Items.Add(SelectedItem.Of(
                    select.Projection is null && source.Index is not null ? source.Index.Project(whole) : item, select.Projection));
            if (_seen < limit && _size < MaxSize)
                continue;
            End = (walk, whole.Only(source.PositionNames));
            return;
        }
    }
}
