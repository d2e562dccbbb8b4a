namespace Framework.LocalDynamoDB.Storage;

/// <summary>Holds a folder for one process: two on one database would each keep tables in mind that the other changes.</summary>
internal static class FolderLock
{
    private const string Name = ".lock";

    /// <returns>What holds the folder until it is disposed; null where another process has it.</returns>
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
