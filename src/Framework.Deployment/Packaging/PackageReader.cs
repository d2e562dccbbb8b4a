using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Framework.Deployment.Model;

namespace Framework.Deployment.Packaging;

/// <summary>Reads a package and refuses what Lambda would not run.</summary>
internal static class PackageReader
{
    /// <summary>The file that Lambda's OS-only runtime starts.</summary>
    public const string Bootstrap = "bootstrap";

    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 250 MB, which Lambda's error gives as 262144000 bytes.
    public const long MaxUnpacked = 250L * 1024 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="file">The zip file.</param>
    /// <param name="target">What it is made for.</param>
    /// <param name="container">The command that builds native files that Lambda can load.</param>
    /// <exception cref="DeploymentException">It is no package for the target.</exception>
    public static Package Read(string file, PackageTarget target, string container)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var package = new Package(file, Hash(zip), new FileInfo(file).Length, [.. zip.Entries.Select(entry => new PackageEntry(entry.FullName, entry.Length))]);
            if (package.UnpackedSize > MaxUnpacked)
                throw new DeploymentException($"The package has {package.UnpackedSize} bytes unpacked, and Lambda takes {MaxUnpacked}: leave files out, or divide the service.");
            CheckStart(package, target);
            foreach (var entry in zip.Entries)
                NativeCheck.Check(entry.FullName, Bytes(entry), target, container);
            return package;
        }
        catch (InvalidDataException exception)
        {
            throw new DeploymentException($"{file} is no zip file that can be read: {exception.Message}");
        }
    }

    private static void CheckStart(Package package, PackageTarget target)
    {
        if (target.IsNative && package.Entries.All(entry => entry.Name != Bootstrap))
            throw new DeploymentException("The package has no file bootstrap, which Lambda starts: say <PublishAot>true</PublishAot> and <OutputType>Exe</OutputType> in the project, or [assembly: Function(Runtime = FunctionRuntime.Managed)].");
        if (!target.IsNative && !package.Entries.Any(entry => entry.Name.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)))
            throw new DeploymentException("The package has no runtimeconfig.json, which the managed runtime reads: say <OutputType>Exe</OutputType> in the project.");
    }

    private static string Hash(ZipArchive zip)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, entry.Length);
            BinaryPrimitives.WriteInt32LittleEndian(numbers[8..], entry.ExternalAttributes);
            BinaryPrimitives.WriteInt32LittleEndian(numbers[12..], Encoding.UTF8.GetByteCount(entry.FullName));
            hash.AppendData(numbers);
            hash.AppendData(Encoding.UTF8.GetBytes(entry.FullName));
            hash.AppendData(Bytes(entry));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
