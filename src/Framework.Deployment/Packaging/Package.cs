namespace Framework.Deployment.Packaging;

/// <summary>A Lambda package: a zip file that has been checked.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Hash">Names its contents, however they are compressed: 64 hexadecimal digits.</param>
/// <param name="Size">How many bytes the zip file has.</param>
/// <param name="Entries">What is in it.</param>
internal sealed record Package(string File, string Hash, long Size, IReadOnlyList<PackageEntry> Entries)
{
    /// <summary>How many bytes of a zip file Lambda takes without a bucket.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda's quotas</see>.</remarks>
    public const long MaxDirect = 50 * 1024 * 1024;

    /// <summary>How many bytes it has when it is unpacked.</summary>
    public long UnpackedSize => Entries.Sum(entry => entry.Size);
}
