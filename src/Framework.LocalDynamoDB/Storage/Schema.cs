namespace Framework.LocalDynamoDB.Storage;

/// <summary>The SQLite tables of the engine itself.</summary>
internal static class Schema
{
    /// <summary>Marks a file as this engine's ("FwDb").</summary>
    public const int ApplicationId = 0x46774462;

    /// <summary>The layout that this version reads and writes.</summary>
    public const int Version = 2;

    private const string DeletedTables =
        "CREATE TABLE IF NOT EXISTS deleted_tables(id INTEGER PRIMARY KEY, definition BLOB NOT NULL)";

    /// <summary>Adds tables that a file of this version may lack: they came later, and change no older table.</summary>
    public static void Complete(Session session) => session.Execute(DeletedTables);

    public static void Create(Session session) => session.Execute(
        $"""
        BEGIN;
        CREATE TABLE tables(
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, definition BLOB NOT NULL);
        CREATE TABLE statistics(name TEXT PRIMARY KEY, items INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tokens(
            token TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE stream_records(
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, created INTEGER NOT NULL,
            record BLOB NOT NULL);
        CREATE INDEX stream_order ON stream_records(stream, sequence);
        {DeletedTables};
        PRAGMA application_id={ApplicationId};
        PRAGMA user_version={Version};
        COMMIT;
        """);
}
