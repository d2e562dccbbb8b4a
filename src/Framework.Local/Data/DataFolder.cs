using Framework.Local.CommandLine;
using Framework.LocalDynamoDB.Storage;

namespace Framework.Local.Data;

/// <summary>The folder of the data that AWS would keep: tables and keys. It holds a private key, so it stays out of version
/// control.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string Database = "dynamodb.sqlite";
    private const string SigningKey = "signing-key.pem";
    private const string CursorKey = "cursor-key";

    // SQLite keeps more files beside a database; they belong to it.
    private static readonly string[] Own = [.. DataFile.FilesOf(Database), SigningKey, CursorKey];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        FullPath = path;
        _lock = held;
    }

    public string FullPath { get; }

    public string DatabaseFile => DatabaseFileOf(FullPath);

    public string SigningKeyFile => Path.Combine(FullPath, SigningKey);

    public string CursorKeyFile => Path.Combine(FullPath, CursorKey);

    /// <summary>Where a folder's tables are.</summary>
    public static string DatabaseFileOf(string path) => Path.Combine(Path.GetFullPath(path), Database);

    /// <summary>Opens the folder, and creates it where it does not exist.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="reset">Whether to delete the files of earlier runs. Files of others stay.</param>
    /// <exception cref="LocalFailureException">The folder cannot be written to, or another service uses it.</exception>
    public static DataFolder Open(string path, bool reset)
    {
        var full = Path.GetFullPath(path);
        try
        {
            OwnerOnly.MakeFolder(full);
            var held = Hold(full);
            foreach (var file in Own.Select(name => Path.Combine(full, name)))
            {
                if (reset)
                    File.Delete(file);
                OwnerOnly.Narrow(file);
            }
            return new DataFolder(full, held);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalFailureException(
                $"The data folder {full} cannot be written to ({exception.Message}): choose another with --data, or use --in-memory.",
                exception);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string folder) => FolderLock.TryHold(folder) ?? throw new LocalFailureException(
        $"The data folder {folder} is in use by another service: end it, choose another with --data, or use --in-memory.");
}
