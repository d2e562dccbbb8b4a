namespace Framework.Local.DynamoDB.Storage;

/// <summary>Files and folders that no other user of this machine can read. Windows keeps them apart by itself, in the
/// user's own folder.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderRights = FileRights | UnixFileMode.UserExecute;

    /// <summary>Opens a file, made for its owner alone where it is not there.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileRights;
        return new FileStream(path, options);
    }

    /// <summary>Makes a folder for its owner alone, and the folders above it as usual.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderRights);
    }

    /// <summary>Takes the rights of others on a file away, where it is there and has any. A file of another owner, or on
    /// a file system without rights, stays as it is.</summary>
    public static void Narrow(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path) || (File.GetUnixFileMode(path) & ~FileRights) == 0)
            return;
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) & FileRights);
        }
        catch (UnauthorizedAccessException)
        {
            // Only its owner can, and to them it is readable as before.
        }
    }
}
