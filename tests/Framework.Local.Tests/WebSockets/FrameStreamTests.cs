using System.Buffers.Binary;
using Framework.Local.WebSockets;

namespace Framework.Local.Tests.WebSockets;

public sealed class FrameStreamTests
{
    private const int Limit = 70_000;

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(Limit)]
    public async Task Every_form_of_length_is_read(int length)
    {
        await using var stream = new FrameStream(new MemoryStream([.. Frame(length, true), .. Frame(3, false), .. Frame(length, true)]), Limit);

        var read = new MemoryStream();
        await stream.CopyToAsync(read);

        Assert.False(stream.IsTooLarge);
        Assert.Equal([.. Frame(length, true), .. Frame(3, false), .. Frame(length, true)], read.ToArray());
    }

    [Fact]
    public async Task A_frame_that_is_too_long_is_seen_at_its_head_and_not_before()
    {
        await using var stream = new FrameStream(new MemoryStream([.. Frame(Limit, true), .. Frame(Limit + 1, true)]), Limit);
        var first = new byte[Frame(Limit, true).Length];

        await stream.ReadExactlyAsync(first);
        Assert.False(stream.IsTooLarge);
        await stream.ReadExactlyAsync(new byte[14]);

        Assert.True(stream.IsTooLarge);
    }

    [FsCheck.Xunit.Property]
    public bool However_the_bytes_arrive_a_long_frame_is_seen(FsCheck.NonEmptyArray<ushort> lengths, FsCheck.PositiveInt piece)
    {
        var bytes = lengths.Get.SelectMany(length => Frame(length, isMasked: length % 2 == 0)).ToArray();
        using var stream = new FrameStream(new MemoryStream(bytes), 1000);
        var read = new MemoryStream();
        stream.CopyToAsync(read, piece.Get).GetAwaiter().GetResult();
        return stream.IsTooLarge == lengths.Get.Any(length => length > 1000) && read.ToArray().SequenceEqual(bytes);
    }

    private static byte[] Frame(int length, bool isMasked)
    {
        byte mask = isMasked ? (byte)0x80 : (byte)0;
        byte[] head;
        if (length < 126)
        {
            head = [0x81, (byte)(mask | length)];
        }
        else if (length <= ushort.MaxValue)
        {
            head = [0x81, (byte)(mask | 126), 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)length);
        }
        else
        {
            head = [0x81, (byte)(mask | 127), 0, 0, 0, 0, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), length);
        }
        return [.. head, .. isMasked ? new byte[] { 1, 2, 3, 4 } : [], .. new byte[length]];
    }
}
