namespace Framework.LocalDynamoDB.Storage;

/// <summary>Files and folders that no other user of this machine can read. Windows keeps them apart by itself, in the
/// user's own folder.</summary>
internal static class OwnerOnly
{
    private const string Ignore = ".gitignore";
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

    /// <summary>Makes a folder, where it is not there, for its owner alone and with a <c>.gitignore</c> for all of it; the
    /// folders above it as usual. One that is there is somebody's own, as is what it holds.</summary>
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
