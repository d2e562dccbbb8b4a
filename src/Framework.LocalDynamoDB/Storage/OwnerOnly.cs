namespace Framework.LocalDynamoDB.Storage;

/// <summary>Files and folders that no other user of this machine can read. On Windows nothing is done,
/// because other users cannot read a user's own folder.</summary>
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

    /// <summary>Creates a folder where it does not exist. Only its owner can read it, and it gets a <c>.gitignore</c> for all
    /// of its content. The folders above it are created with the usual rights. A folder that exists does not change.</summary>
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

    /// <summary>Takes away the rights of other users on a file, where there are any. A file of another owner does not change,
    /// and neither does a file on a file system without rights.</summary>
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
