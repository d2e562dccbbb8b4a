using System.Text;
using Framework.Runtime;

namespace Framework.Tests.Runtime;

public sealed class ResponseBufferTests
{
    [Fact]
    public void A_head_stands_directly_before_the_body()
    {
        var buffer = new ResponseBuffer();
        Write(buffer, "body");

        Assert.Equal(("body", 4), (Text(buffer.Body), buffer.BodyLength));
        Assert.Equal("head body", Text(buffer.WithHead("head "u8)));
        Assert.Equal("body", Text(buffer.WithHead(default)));
    }

    [Fact]
    public void A_cleared_buffer_is_empty()
    {
        var buffer = new ResponseBuffer();
        Write(buffer, "half");

        buffer.Clear();
        Assert.Equal(0, buffer.BodyLength);
        Write(buffer, "whole");

        Assert.Equal("whole", Text(buffer.Body));
    }

    [Theory]
    [InlineData(0, 256)]
    [InlineData(256, 256)]
    [InlineData(100_000, 100_000)]
    public void There_is_as_much_room_as_is_asked_for(int hint, int least)
    {
        var buffer = new ResponseBuffer();
        Write(buffer, new string('a', 15_700));

        Assert.InRange(buffer.GetSpan(hint).Length, least, int.MaxValue);
        Assert.InRange(buffer.GetMemory(hint).Length, least, int.MaxValue);
        Assert.Equal(new string('a', 15_700), Text(buffer.Body));
    }

    private static void Write(ResponseBuffer buffer, string text) =>
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(text.Length)));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
