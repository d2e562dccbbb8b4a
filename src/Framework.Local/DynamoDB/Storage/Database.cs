using System.Collections.Concurrent;
using SQLitePCL;

namespace Framework.Local.DynamoDB.Storage;

/// <summary>
/// The SQLite database: one writer, and for a file any number of readers beside it (write-ahead log). A write that
/// was answered is on disk (synchronous=FULL). In memory, readers take turns with the writer.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string? _file;
    private readonly Session _writerSession;
    private readonly Writer _writer;
    private readonly Lock _sharedLock = new();
    private readonly ConcurrentBag<Session> _readers = [];

    private Database(string? file, Session writerSession)
    {
        _file = file;
        _writerSession = writerSession;
        _writer = new Writer(writerSession, _sharedLock);
    }

    /// <param name="file">Path of the file, or null to keep everything in memory.</param>
    /// <exception cref="LocalDataException">The file cannot be used.</exception>
    public static Database Open(string? file)
    {
        Batteries_V2.Init();
        if (file is null)
        {
            var memory = Session.Open(":memory:", readOnly: false);
            Schema.Create(memory);
            return new(null, memory);
        }

        var path = Path.GetFullPath(file);
        return new(path, DataFile.Open(path));
    }

    public T Read<T>(Func<Session, T> body)
    {
        if (_file is null)
            lock (_sharedLock)
                return body(_writerSession);

        if (!_readers.TryTake(out var session))
            session = OpenReader(_file);
        try
        {
            return body(session);
        }
        finally
        {
            _readers.Add(session);
        }
    }

    /// <summary>Reads of one body that all see the same state.</summary>
    public T ReadSnapshot<T>(Func<Session, T> body) => Read(session =>
    {
        session.Prepare("SAVEPOINT snapshot").Run();
        try
        {
            return body(session);
        }
        finally
        {
            session.Prepare("RELEASE snapshot").Run();
        }
    });

    /// <summary>Runs on the writer; the task ends when the write is durable.</summary>
    /// <param name="body">What to write.</param>
    /// <param name="publish">Runs after the commit and before any later write.</param>
    public Task<T> WriteAsync<T>(Func<Session, T> body, Action<T>? publish = null) =>
        _writer.WriteAsync(body, publish);

    public void Dispose()
    {
        _writer.Dispose();
        foreach (var reader in _readers)
            reader.Dispose();
        _writerSession.Dispose();
    }

    private static Session OpenReader(string file)
    {
        var session = Session.Open(file, readOnly: true);
        session.Execute("PRAGMA cache_size=-32768; PRAGMA query_only=1");
        return session;
    }
}
