using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>Reads one page of a Query or Scan and writes it as the response.</summary>
internal sealed class PageReader(Source source, PageRequest request)
{
    /// <summary>Bytes read, before the filter, that end a page (developer guide, "Paginating table query results").</summary>
    private const int MaxPageSize = 1024 * 1024;

    private readonly bool _holdsWholeItem = source.Index is null || source.Index.ProjectsAll;

    // A local index reads missing attributes from the table; a global index never does.
    private readonly bool _readsWholeItem = source.Index is null || source.Index.ProjectsAll
        || (!source.IsGlobalIndex && (request.Projection is not null || request.Select == "ALL_ATTRIBUTES"));

    private long _scanned;
    private long _returned;
    private long _size;
    private long _pageSize;
    private double _fetched;

    public void Write(Session session, Cursor cursor, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (!request.CountsOnly)
            json.WriteStartArray("Items");
        Item? last = null;
        using (var rows = cursor.Open(session))
            while (rows.Step())
            {
                ReadRow(rows, json);
                if (_scanned < request.Limit && _pageSize < MaxPageSize)
                    continue;
                last = ItemCodec.Decode(rows.Blob(2));
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

    private void ReadRow(Statement row, Utf8JsonWriter json)
    {
        _scanned++;
        var size = row.Int64(0);
        if (_holdsWholeItem && request.Filter is null && request.Projection is null)
        {
            _returned++;
            _size += size;
            _pageSize += row.Int64(1);
            if (!request.CountsOnly)
                json.WriteRawValue(row.Blob(2), skipInputValidation: true);
            return;
        }

        var whole = ItemCodec.Decode(row.Blob(2));
        var projected = source.Index is null ? whole : source.Index.Project(whole);
        var item = _readsWholeItem ? whole : projected;
        _size += projected.Size;
        _pageSize += _holdsWholeItem ? row.Int64(1) : PageSize.Of(projected, source.Table.Key.Range?.Name);
        _fetched += _readsWholeItem && !_holdsWholeItem ? ConsumedCapacity.Read(size, request.IsConsistent) : 0;
        if (request.Filter is not null && !ConditionEvaluator.Holds(request.Filter, item))
            return;
        _returned++;
        if (!request.CountsOnly)
            AttributeValueWriter.WriteItem(
                json, request.Projection is null ? item : Projector.Project(request.Projection, item));
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
        // A read costs a unit, even where no item is found.
        var own = ConsumedCapacity.Read(Math.Max(1, _size), request.IsConsistent);
        var capacity = new ConsumedCapacity(request.TableName);
        if (source.Index is null)
            capacity.Table = own;
        else
            capacity.Add(source.Index.Definition, own);
        if (_fetched > 0)
            capacity.Table = _fetched;
        return capacity;
    }
}
