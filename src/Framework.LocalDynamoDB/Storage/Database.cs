using SQLitePCL;

namespace Framework.LocalDynamoDB.Storage;

/// <summary>
/// The SQLite database behind one connection, which callers take in turn: no call holds it for longer than a page, and
/// a connection that shares the file with nobody needs no locks of the operating system.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Session _session;
    private readonly Lock _sessionLock = new();
    private readonly Writer _writer;

    private Database(Session session)
    {
        _session = session;
        _writer = new Writer(session, _sessionLock);
    }

    /// <param name="file">Path of the file, or null to keep everything in memory.</param>
    /// <exception cref="LocalDataException">The file cannot be used.</exception>
    public static Database Open(string? file)
    {
        Batteries_V2.Init();
        if (file is not null)
            return new(DataFile.Open(Path.GetFullPath(file)));
        var memory = Session.Open(":memory:");
        Schema.Create(memory);
        return new(memory);
    }

    /// <summary>All reads of one body see the same state.</summary>
    public T Read<T>(Func<Session, T> body)
    {
        using (_sessionLock.EnterScope())
            return body(_session);
    }

    /// <summary>Returns when the write is committed. It is then kept even if the process is killed.</summary>
    /// <param name="body">What to write.</param>
    /// <param name="publish">Runs after the commit and before any later read or write.</param>
    public T Write<T>(Func<Session, T> body, Action<T>? publish = null) => _writer.Write(body, publish);

    public void Dispose() => _session.Dispose();
}
