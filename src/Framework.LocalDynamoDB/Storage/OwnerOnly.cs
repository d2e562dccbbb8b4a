namespace Framework.LocalDynamoDB.Storage;

/// <summary>Files and folders that no other user of this machine can read. Windows keeps them apart by itself, in the
/// user's own folder.</summary>
internal static class OwnerOnly
{
    private const string Ignore = ".gitignore";
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderRights = FileRights | UnixFileMode.UserExecute;

    /// <summary>Opens a file. A new file is readable by its owner only.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileRights;
        return new FileStream(path, options);
    }

    /// <summary>Creates a folder where it does not exist, readable by its owner only and with a <c>.gitignore</c> for all
    /// of it. The folders above it are created as usual. A folder that exists stays as it is, with its content.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderRights);
        using var ignore = new StreamWriter(Open(Path.Combine(path, Ignore), FileMode.CreateNew));
        ignore.Write("*\n");
    }

    /// <summary>Removes the rights of others on a file, where it exists and has any. A file of another owner, or on
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
            // Only the owner can change the rights. For the owner the file stays readable.
        }
    }
}
