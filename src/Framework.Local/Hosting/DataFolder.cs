namespace Framework.Local.Hosting;

/// <summary>The folder that keeps what AWS would keep. It holds a private key, so it stays out of version control.
/// </summary>
internal sealed class DataFolder
{
    private const string Database = "dynamodb.sqlite";
    private const string SigningKey = "signing-key.pem";
    private const string CursorKey = "cursor-key";
    private const string Ignore = ".gitignore";

    // A database's own neighbours end with it.
    private static readonly string[] Own =
        [Database, $"{Database}-wal", $"{Database}-shm", $"{Database}-journal", SigningKey, CursorKey, Ignore];

    private DataFolder(string path) => FullPath = path;

    public string FullPath { get; }

    public string DatabaseFile => Path.Combine(FullPath, Database);

    public string SigningKeyFile => Path.Combine(FullPath, SigningKey);

    public string CursorKeyFile => Path.Combine(FullPath, CursorKey);

    /// <summary>Opens the folder, made where it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="reset">Whether the files of earlier runs are deleted; what is not the local cloud's own stays.</param>
    /// <exception cref="LocalFailureException">The folder cannot be written to.</exception>
    public static DataFolder Open(string path, bool reset)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            if (reset)
            {
                foreach (var file in Own)
                    File.Delete(Path.Combine(full, file));
            }
            File.WriteAllText(Path.Combine(full, Ignore), "*\n");
            return new DataFolder(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalFailureException(
                $"The data folder {full} cannot be written to ({exception.Message}): choose another with --data, or use --in-memory.",
                exception);
        }
    }
}
