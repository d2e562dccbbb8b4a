namespace Framework.LocalDynamoDB.Storage;

/// <summary>Keeps a folder for one process. Each of two processes on one database would cache tables that the other
/// changes.</summary>
internal static class FolderLock
{
    private const string Name = ".lock";

    /// <returns>The lock, which ends when it is disposed; null where another process holds it.</returns>
    public static FileStream? TryHold(string folder)
    {
        var file = Path.Combine(folder, Name);
        try
        {
            OwnerOnly.Narrow(file);
            return OwnerOnly.Open(file, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
