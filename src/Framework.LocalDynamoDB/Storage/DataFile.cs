namespace Framework.LocalDynamoDB.Storage;

/// <summary>Opens or creates the data file, and refuses a damaged one.</summary>
internal static class DataFile
{
    /// <summary>A file up to this size is checked page by page at the start; that takes about 10 ms.</summary>
    private const long FullCheckLimit = 4 * 1024 * 1024;

    /// <summary>The database's own file and those that SQLite keeps beside it.</summary>
    public static IEnumerable<string> FilesOf(string path) => [path, $"{path}-wal", $"{path}-shm", $"{path}-journal"];

    public static Session Open(string path)
    {
        Session? session = null;
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            // SQLite gives its log and journal the rights of the file.
            if (!File.Exists(path))
                OwnerOnly.Open(path, FileMode.CreateNew).Dispose();
            session = Session.Open(path);
            // No other process may open it. So the log's index needs no shared memory, and a read needs no lock.
            session.Execute("PRAGMA locking_mode=EXCLUSIVE");
            // This check comes before any write, so that another program's database stays as it is.
            var isNew = IsEmpty(session);
            if (!isNew)
                Check(session, path);
            foreach (var file in FilesOf(path))
                OwnerOnly.Narrow(file);
            // A committed write is in the operating system's hands, so it outlives the process, however that ends; only
            // the machine's own crash can lose the last ones, and none of them in part
            // (https://www.sqlite.org/pragma.html#pragma_synchronous). FULL costs a flush to the disk each time.
            session.Execute(
                """
                PRAGMA journal_mode=WAL;
                PRAGMA synchronous=NORMAL;
                PRAGMA cache_size=-65536;
                PRAGMA wal_autocheckpoint=4000;
                """);
            if (isNew)
                Schema.Create(session);
            else
                Schema.Complete(session);
            return session;
        }
        catch (StorageException exception)
        {
            session?.Dispose();
            throw Describe(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session?.Dispose();
            throw new LocalDataException($"The data file {path} cannot be opened: {exception.Message}", exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private static void Check(Session session, string path)
    {
        if (Pragma(session, "application_id") != Schema.ApplicationId)
            throw new LocalDataException(
                $"The file {path} is a SQLite database, but not one of the local DynamoDB. Choose another file.");
        if (Pragma(session, "user_version") is var version and not Schema.Version)
            throw new LocalDataException(
                $"The data file {path} has format {version}, and this version reads format {Schema.Version}. "
                + "Delete the file to start empty, or choose another one.");
        if (new FileInfo(path).Length <= FullCheckLimit && !IsSound(session))
            throw Damaged(path, inner: null);
    }

    private static bool IsEmpty(Session session)
    {
        using var anything = session.Prepare("SELECT 1 FROM sqlite_master LIMIT 1");
        return !anything.Step();
    }

    private static bool IsSound(Session session)
    {
        using var check = session.Prepare("PRAGMA quick_check(1)");
        return check.Step() && check.Text(0) == "ok";
    }

    private static long Pragma(Session session, string name)
    {
        using var statement = session.Prepare($"PRAGMA {name}");
        return statement.Step() ? statement.Int64(0) : 0;
    }

    private static LocalDataException Describe(string path, StorageException exception) => exception.IsCorruption
        ? Damaged(path, exception)
        : new($"The data file {path} cannot be opened: {exception.Message}.", exception);

    private static LocalDataException Damaged(string path, Exception? inner) =>
        new($"The data file {path} is damaged or not a database. Delete it to start empty, or restore a copy.", inner);
}
