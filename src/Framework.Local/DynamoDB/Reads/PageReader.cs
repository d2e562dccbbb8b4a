using System.Text.Json;
using Framework.Local.DynamoDB.Expressions.Evaluation;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Storage;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Reads;

/// <summary>Reads one page of a Query or Scan and writes it as the answer.</summary>
internal sealed class PageReader(Source source, PageRequest request)
{
    /// <summary>Bytes read, before the filter, that end a page (developer guide, "Paginating table query results").</summary>
    private const int MaxPageSize = 1024 * 1024;

    // A local index fetches from the table what it does not hold itself; a global index never does.
    private readonly bool _readsWholeItem = source.Index is null || source.Index.ProjectsAll
        || (!source.IsGlobalIndex && (request.Projection is not null || request.Select == "ALL_ATTRIBUTES"));

    private long _scanned;
    private long _returned;
    private long _size;
    private long _fetched;

    public void Write(Session session, Cursor cursor, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (!request.CountsOnly)
            json.WriteStartArray("Items");
        Item? last = null;
        using (var rows = cursor.Open(session))
            while (rows.Step())
            {
                ReadRow((int)rows.Int64(0), rows.Blob(1), json);
                if (_scanned < (request.Limit ?? long.MaxValue) && _size < MaxPageSize)
                    continue;
                last = ItemCodec.Decode(rows.Blob(1));
                break;
            }

        if (!request.CountsOnly)
            json.WriteEndArray();
        json.WriteNumber("Count", _returned);
        json.WriteNumber("ScannedCount", _scanned);
        WriteLastEvaluatedKey(json, last);
        ConsumedCapacity.Write(json, request.ReturnConsumedCapacity, Capacity());
        json.WriteEndObject();
    }

    private void ReadRow(int size, ReadOnlySpan<byte> encoded, Utf8JsonWriter json)
    {
        _scanned++;
        if (_readsWholeItem && request.Filter is null && request.Projection is null)
        {
            Count(size, 0);
            if (!request.CountsOnly)
                json.WriteRawValue(encoded, skipInputValidation: true);
            return;
        }

        var whole = ItemCodec.Decode(encoded);
        var projected = source.Index is null ? whole : source.Index.Project(whole);
        var item = _readsWholeItem ? whole : projected;
        Count(projected.Size, source.Index is { ProjectsAll: false } && _readsWholeItem ? size : 0, filtered: true);
        if (request.Filter is not null && !ConditionEvaluator.Holds(request.Filter, item))
            return;
        _returned++;
        if (!request.CountsOnly)
            AttributeValueWriter.WriteItem(
                json, request.Projection is null ? item : Projector.Project(request.Projection, item));
    }

    private void Count(int size, int fetched, bool filtered = false)
    {
        _size += size;
        _fetched += fetched;
        _returned += filtered ? 0 : 1;
    }

    private void WriteLastEvaluatedKey(Utf8JsonWriter json, Item? last)
    {
        if (last is null)
            return;
        json.WritePropertyName("LastEvaluatedKey");
        AttributeValueWriter.WriteItem(json, last.Only(source.PositionNames));
    }

    private ConsumedCapacity Capacity()
    {
        var own = ConsumedCapacity.Read(_size, request.IsConsistent);
        var capacity = new ConsumedCapacity(source.Table.Name);
        if (source.Index is null)
            capacity.Table = own;
        else
            capacity.Add(source.Index.Definition, own);
        if (_fetched > 0)
            capacity.Table = ConsumedCapacity.Read(_fetched, request.IsConsistent);
        return capacity;
    }
}
