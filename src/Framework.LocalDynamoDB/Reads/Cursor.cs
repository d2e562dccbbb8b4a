using System.Globalization;
using Framework.LocalDynamoDB.Storage;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>Builds the one SQL statement that walks a table or index in order, from a position, within bounds.</summary>
internal sealed class Cursor(Source source)
{
    private static readonly string[] TableColumns = ["hash", "range"];
    private static readonly string[] IndexColumns = ["hash", "range", "place", "item_hash", "item_range"];

    private readonly List<string> _conditions = [];
    private readonly List<byte[]> _parameters = [];

    public bool IsDescending { get; init; }

    private string[] Columns => source.Index is null ? TableColumns : IndexColumns;

    public void Where(string column, string comparison, byte[] value)
    {
        _parameters.Add(value);
        _conditions.Add($"k.{column} {comparison} ?{Position(_parameters.Count)}");
    }

    /// <summary>Continues after a position. Within one partition the partition's column is already fixed.</summary>
    public void After(byte[][] position, bool withinPartition)
    {
        var skipped = withinPartition ? 1 : 0;
        var first = _parameters.Count + 1;
        _parameters.AddRange(position[skipped..]);
        var columns = string.Join(", ", Columns[skipped..].Select(column => "k." + column));
        var values = string.Join(", ", position[skipped..].Select((_, i) => "?" + Position(first + i)));
        _conditions.Add($"({columns}) {(IsDescending ? "<" : ">")} ({values})");
    }

    /// <summary>Rows with the size, the size that counts for the page, and the item.</summary>
    public Statement Open(Session session)
    {
        var statement = session.Prepare(ToSql());
        for (var i = 0; i < _parameters.Count; i++)
            statement.Bind(i + 1, _parameters[i]);
        return statement;
    }

    private string ToSql()
    {
        // CROSS JOIN keeps SQLite from starting at the items.
        var from = source.Index is null
            ? $"SELECT k.size, k.page_size, k.item FROM {source.Table.SqlName} k"
            : $"SELECT t.size, t.page_size, t.item FROM {source.Index.SqlName} k CROSS JOIN {source.Table.SqlName} t "
                + "ON t.hash = k.item_hash AND t.range = k.item_range";
        var where = _conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", _conditions)}";
        var direction = IsDescending ? " DESC" : "";
        var order = string.Join(", ", Columns.Select(column => $"k.{column}{direction}"));
        return $"{from}{where} ORDER BY {order}";
    }

    private static string Position(int number) => number.ToString(CultureInfo.InvariantCulture);
}
