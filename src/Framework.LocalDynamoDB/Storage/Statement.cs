using SQLitePCL;

namespace Framework.LocalDynamoDB.Storage;

/// <summary>A prepared statement that is used again and again; disposing it only makes it ready for the next use.</summary>
internal sealed class Statement(Session session, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int position, ReadOnlySpan<byte> value)
    {
        // A null pointer would bind NULL, so an empty value goes as a blob of no bytes.
        session.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, position, 0)
            : raw.sqlite3_bind_blob(handle, position, value));
        return this;
    }

    public Statement Bind(int position, long value)
    {
        session.Check(raw.sqlite3_bind_int64(handle, position, value));
        return this;
    }

    public Statement Bind(int position, string value)
    {
        session.Check(raw.sqlite3_bind_text(handle, position, value));
        return this;
    }

    /// <summary>True while there is a row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            session.Fail(code);
        return false;
    }

    /// <summary>Runs a statement that yields no rows.</summary>
    public void Run()
    {
        using (this)
            Step();
    }

    /// <summary>The column's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public void Dispose()
    {
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    public void Finish() => handle.Dispose();
}
