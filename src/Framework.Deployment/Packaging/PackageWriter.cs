using System.IO.Compression;

namespace Framework.Deployment.Packaging;

/// <summary>Zips a published folder. The same files make the same bytes: in one order, with one time, and with fixed permissions.</summary>
internal static class PackageWriter
{
    // The earliest that a zip file can say.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A regular file, in the upper half as Unix has it: rwxr-xr-x and rw-r--r--.
    private const int Executable = unchecked((int)0x81ED0000);
    private const int Readable = unchecked((int)0x81A40000);

    /// <summary>Writes the package, in place of one that is there.</summary>
    /// <param name="folder">The published files. Those for debuggers are left out.</param>
    /// <param name="file">The zip file.</param>
    public static void Write(string folder, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var stream = File.Create(file);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var name in Names(folder))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Time;
            entry.ExternalAttributes = name == PackageReader.Bootstrap ? Executable : Readable;
            using var target = entry.Open();
            using var source = File.OpenRead(Path.Combine(folder, name));
            source.CopyTo(target);
        }
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is not (".dbg" or ".pdb"))
        .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);
}
