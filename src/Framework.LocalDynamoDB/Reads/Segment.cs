using System.Buffers.Binary;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>One part of a parallel Scan: an equal share of the 4,096 first values of the partition hash.</summary>
internal readonly record struct Segment(int Number, int Total)
{
    private const int Buckets = 4096;

    /// <summary>The first hash of the segment.</summary>
    public byte[] Start => At(Number);

    /// <summary>The first hash after the segment, or null for the last one.</summary>
    public byte[]? End => Number + 1 == Total ? null : At(Number + 1);

    public bool Contains(byte[] hash) =>
        hash.AsSpan().SequenceCompareTo(Start) >= 0 && (End is not { } end || hash.AsSpan().SequenceCompareTo(end) < 0);

    private byte[] At(int number)
    {
        var bucket = (int)Math.Ceiling((double)Buckets * number / Total);
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)Math.Min(bucket << 4, ushort.MaxValue));
        return bytes;
    }
}
