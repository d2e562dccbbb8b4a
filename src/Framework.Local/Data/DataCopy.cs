namespace Framework.Local.Data;

/// <summary>A copy of a data file as it is now. Who reads the copy does not wait for the service that has the file, and leaves
/// nothing in its folder.</summary>
internal sealed class DataCopy : IDisposable
{
    private const int Tries = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-tables-");

    private DataCopy()
    {
    }

    public string File => Path.Combine(_folder.FullName, "copy.sqlite");

    /// <summary>Copies a data file with its write-ahead log.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static DataCopy Of(string file)
    {
        var copy = new DataCopy();
        try
        {
            for (var tries = Tries; tries > 0; tries--)
                if (copy.TryTake(file))
                    return copy;
            throw new IOException("The service writes to it all the time: try again.");
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // While the file itself does not change, the log grows, or it starts again where the file already has all of it. A last
    // entry that was copied in part is no harm: SQLite leaves it out
    // (https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
    private bool TryTake(string file)
    {
        var before = Stamp(file);
        Copy(file, File);
        if (!System.IO.File.Exists($"{file}-wal"))
            System.IO.File.Delete($"{File}-wal");
        else
            Copy($"{file}-wal", $"{File}-wal");
        return Stamp(file) == before;
    }

    private static (DateTime Written, long Length) Stamp(string file)
    {
        var info = new FileInfo(file);
        return (info.LastWriteTimeUtc, info.Length);
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        source.CopyTo(target);
    }
}
