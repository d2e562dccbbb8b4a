using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// Where a partition key lies in the order of a Scan. The service orders partitions by the MD5 of a fixed
/// prefix and the key (observed order, as recorded by dynalite's tests, which ran against the service).
/// </summary>
internal static class PartitionHash
{
    public const int Length = 8;

    private static ReadOnlySpan<byte> Prefix => "Outliers"u8;

    /// <summary>The first bytes of the hash, followed by the key itself, so that different keys have different places.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "MD5 gives the service's order. It protects nothing.")]
    public static byte[] Locate(ReadOnlySpan<byte> key)
    {
        Span<byte> input = stackalloc byte[Prefix.Length + key.Length];
        Prefix.CopyTo(input);
        key.CopyTo(input[Prefix.Length..]);
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(input, hash);

        var location = new byte[Length + key.Length];
        hash[..Length].CopyTo(location);
        key.CopyTo(location.AsSpan(Length));
        return location;
    }
}
