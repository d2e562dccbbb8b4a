using SQLitePCL;

namespace Framework.LocalDynamoDB.Storage;

/// <summary>One SQLite connection with the statements prepared on it; used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Session(sqlite3 connection) => _connection = connection;

    public static Session Open(string path)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var connection, flags, null);
        var session = new Session(connection);
        try
        {
            session.Check(code);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The statement for this SQL, prepared once; dispose it after use to make it ready again.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement))
            return statement;
        Check(raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        return _statements[sql] = new Statement(this, handle);
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_connection, sql));

    /// <summary>Disposes prepared statements, so that none of a dropped table is left.</summary>
    public void Forget(string sqlPart)
    {
        foreach (var (sql, statement) in _statements)
            if (sql.Contains(sqlPart, StringComparison.Ordinal))
            {
                statement.Finish();
                _statements.Remove(sql);
            }
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            Fail(code);
    }

    public void Fail(int code) =>
        throw new StorageException(code, raw.sqlite3_errmsg(_connection).utf8_to_string());

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Finish();
        _connection.Dispose();
    }
}
