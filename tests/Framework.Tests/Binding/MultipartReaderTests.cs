using System.Text;
using Framework.Binding;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.Binding;

/// <summary>The reader of <c>multipart/form-data</c> (RFC 7578, RFC 2046).</summary>
public sealed class MultipartReaderTests
{
    private const string Head = "Content-Disposition: form-data; name=\"a\"";

    [Theory]
    [InlineData("--b\r\nH\r\n\r\n1\r\n--b--", "a=1")]
    [InlineData("--b\r\nH\r\n\r\n1\r\n--b--\r\nepilogue --b", "a=1")]
    [InlineData("preamble\r\n--b\r\nH\r\n\r\n1\r\n--b--", "a=1")]
    [InlineData("\r\n--b\r\nH\r\n\r\n1\r\n--b--", "a=1")]
    [InlineData("--b \t\r\nH\r\n\r\n1\r\n--b  \r\nH\r\n\r\n2\r\n--b--", "a=1 a=2")]
    [InlineData("--b\r\nH\r\n\r\n\r\n--b--", "a=")]
    [InlineData("--b\r\nH\r\n\r\n--b--", "a=")]
    [InlineData("--b\r\nH\r\n\r\n\r\n\r\n--b--", "a=\r\n")]
    [InlineData("--b\r\nH\r\n\r\n1\r\n--bc\r\n2\r\n--b--", "a=1\r\n--bc\r\n2")]
    [InlineData("--b\r\nX: y\r\ncontent-DISPOSITION:form-data;name=a\r\n\r\n1\r\n--b--", "a=1")]
    [InlineData("--b--", "")]
    public void Parts_are_read(string body, string expected)
    {
        var reader = New(body);

        var parts = reader.Read();

        Assert.Null(reader.Error);
        Assert.Equal(expected, string.Join(' ', parts.Select(part => $"{part.Name}={Encoding.Latin1.GetString(part.Content.Span)}")));
    }

    [Theory]
    [InlineData("", "does not begin with its boundary")]
    [InlineData("--x\r\nH\r\n\r\n1\r\n--x--", "does not begin with its boundary")]
    [InlineData("x--b\r\nH\r\n\r\n1\r\n--b--", "does not begin with its boundary")]
    [InlineData("x\r\n--b--", "does not begin with its boundary")]
    [InlineData("--b\r\nH\r\n\r\n1", "does not end with its boundary")]
    [InlineData("--b\r\nH\r\n\r\n1\r\n--b", "does not end with its boundary")]
    [InlineData("--b\r\nH\r\n", "does not end with its boundary")]
    [InlineData("--b\r\n", "does not end with its boundary")]
    [InlineData("--b\r\n\r\n1\r\n--b--", "has a part without a name (part 1)")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--", "has a part without a name (part 1)")]
    [InlineData("--b\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--b--", "has a part without a name (part 1)")]
    [InlineData("--b\r\nH\r\n\r\n1\r\n--b\r\nX: y\r\n\r\n1\r\n--b--", "has a part without a name (part 2)")]
    public void What_is_malformed_is_named(string body, string error)
    {
        var reader = New(body);
        reader.Read();

        Assert.Equal(error, reader.Error);
    }

    [Theory]
    [InlineData("name=a; filename=\"b.png\"", "a", "b.png")]
    [InlineData("name=\"a b\"; filename=\"\"", "a b", "")]
    [InlineData("filename=\"a;b=\\\"c\\\".png\"; name=\"a\"", "a", "a;b=\"c\".png")]
    [InlineData("name=\"a%22%0D%0Ab%20\"; filename=\"c%22.png\"", "a\"\r\nb%20", "c\".png")]
    [InlineData("name=a; filename=\"C:\\temp\\photo.png\"", "a", "photo.png")]
    [InlineData("name=a; filename=\"../../etc/passwd\"", "a", "passwd")]
    [InlineData("name=a; filename=\"=?utf-8?B?w6Q=?=\"; filename*=utf-8''%C3%A4.png", "a", "ä.png")]
    [InlineData("name=a; filename=b.png; filename*=latin1''c.png", "a", "b.png")]
    [InlineData("NAME = a ; x=y; FileName = b", "a", "b")]
    [InlineData("name=\"ä\"", "ä", null)]
    [InlineData("name=\"a", "\"a", null)]
    public void Names_are_read_as_browsers_and_NET_write_them(string parameters, string name, string? file)
    {
        var part = Assert.Single(New($"--b\r\nContent-Disposition: form-data; {parameters}\r\n\r\n1\r\n--b--").Read());

        Assert.Equal((name, file), (part.Name, part.FileName));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_headers_of_a_part_have_a_limit(int over, bool isRead)
    {
        var head = Head + "\r\nX: ";
        var reader = New($"--b\r\n{head}{new string('x', MultipartReader.MaxHeaderBytes - head.Length + over)}\r\n\r\n1\r\n--b--");

        Assert.Equal(isRead, reader.Read().Count == 1);
        Assert.Equal(isRead ? null : "has a part with more than 8192 bytes of headers (part 1)", reader.Error);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Parts_have_a_limit(int count, bool hasTooMany)
    {
        var reader = New(string.Concat(Enumerable.Repeat("--b\r\nH\r\n\r\n1\r\n", count)) + "--b--", maxParts: 3);

        Assert.Equal(3, reader.Read().Count);
        Assert.Equal((hasTooMany, null), (reader.HasTooMany, reader.Error));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("a ", false)]
    [InlineData("a\n", false)]
    [InlineData("ä", false)]
    [InlineData("----WebKitFormBoundary7MA4YWxkTrZu0gW", true)]
    [InlineData("a b", true)]
    public void A_boundary_is_printable(string? boundary, bool isOne) => Assert.Equal(isOne, MultipartReader.IsBoundary(boundary));

    [Fact]
    public void A_boundary_has_70_characters_at_most()
    {
        Assert.True(MultipartReader.IsBoundary(new string('a', 70)));
        Assert.False(MultipartReader.IsBoundary(new string('a', 71)));
    }

    [Property]
    public bool What_is_written_is_read(NonNull<string>[] names, byte[][] contents)
    {
        var parts = names.Zip(contents, (name, content) => (Name: Escape(name.Get), Content: content ?? [])).Where(part => part.Name.Length > 0).ToList();
        using var body = new MemoryStream();
        foreach (var (name, content) in parts)
        {
            body.Write(Encoding.UTF8.GetBytes($"--boundary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }
        body.Write("--boundary--\r\n"u8);
        var reader = new MultipartReader(body.ToArray(), "boundary", int.MaxValue);

        var read = reader.Read();

        return reader.Error is null && read.Count == parts.Count && read.Zip(parts).All(pair =>
            pair.First.Name == pair.Second.Name && pair.First.Content.Span.SequenceEqual(pair.Second.Content));
    }

    // Pieces of the syntax in any order come closer to its edges than random bytes.
    [Property(MaxTest = 2000)]
    public bool No_bytes_break_the_reader(int[] pieces, byte[] bytes)
    {
        string[] all = ["--b", "\r\n", "--", "\r", "\n", Head, ": ", ";", "=", "\"", "name", " ", "\r\n\r\n", "\\", "\r\n--b"];
        var text = string.Concat(pieces.Select(piece => all[(int)((uint)piece % all.Length)]));
        foreach (var body in new[] { Encoding.Latin1.GetBytes(text), bytes, [.. "--b\r\n"u8, .. bytes], [.. Encoding.Latin1.GetBytes(text), .. bytes] })
        {
            var reader = new MultipartReader(body, "b", 10);
            if (reader.Read().Any(part => part.Name is null))
                return false;
        }
        return true;
    }

    private static string Escape(string name) => string.Concat(
        name.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('"' or '%' or '\\')));

    private static MultipartReader New(string body, int maxParts = 100) =>
        new(Encoding.UTF8.GetBytes(body.Replace("H\r\n", $"{Head}\r\n", StringComparison.Ordinal)), "b", maxParts);
}
