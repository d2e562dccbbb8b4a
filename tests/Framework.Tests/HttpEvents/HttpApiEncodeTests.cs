using System.Text;
using Framework.Http;
using Framework.HttpEvents;
using Framework.Runtime;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.HttpEvents;

public sealed class HttpApiEncodeTests
{
    [Fact]
    public void The_status_code_is_written_always()
    {
        var response = Encode(new Response(204));

        Assert.Equal(204, response.Raw.GetProperty("statusCode").GetInt32());
        Assert.False(response.Raw.TryGetProperty("body", out _));
    }

    [Fact]
    public void Cookies_are_never_joined()
    {
        var response = new Response(200);
        response.Cookies.Add("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT");
        response.Cookies.Add("b=2");

        var encoded = Encode(response);

        Assert.Equal(
            ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"],
            encoded.Raw.GetProperty("cookies").EnumerateArray().Select(cookie => cookie.GetString()));
        Assert.Null(encoded.Header("set-cookie"));
    }

    [Fact]
    public void A_header_that_is_refused_leaves_the_one_that_was_there()
    {
        var response = new Response(200);
        response.Headers["location"] = "/a";

        Assert.Throws<ArgumentException>(() => response.Headers["location"] = "/b\r\nset-cookie: c=1");

        Assert.Equal("/a", Encode(response).Header("location"));
    }

    [Fact]
    public void Bytes_that_are_no_text_travel_in_base64() =>
        Assert.Equal([0xff, 0x00], Encode(Response.Bytes(200, new byte[] { 0xff, 0x00 }, "image/png")).Bytes);

    [Fact]
    public void Bytes_that_claim_to_be_text_and_are_not_travel_in_base64() =>
        Assert.Equal([0xff, 0x00], Encode(Response.Bytes(200, new byte[] { 0xff, 0x00 }, "text/plain", isText: true)).Bytes);

    [Theory]
    [InlineData("x", "a\r\nset-cookie: b=1")]
    [InlineData("x", "a\nb")]
    [InlineData("x", "a\0b")]
    [InlineData("x\r\ny", "a")]
    [InlineData("x y", "a")]
    [InlineData("x:y", "a")]
    [InlineData("Set-Cookie", "a=1")]
    [InlineData("", "a")]
    public void A_header_takes_no_line_breaks(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new Response(200).Headers[name] = value);

    [Property]
    public bool Any_body_and_header_come_out_as_they_went_in(NonNull<string> text, byte[] bytes, bool isText, NonNull<string> header)
    {
        var body = isText ? Encoding.UTF8.GetBytes(text.Get) : bytes;
        var value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(header.Get.Where(letter => letter >= ' '))));
        var response = Response.Bytes(200, body, "application/x-any", isText);
        response.Headers["x-any"] = value;
        var encoded = Encode(response);
        return encoded.Bytes.AsSpan().SequenceEqual(body) && encoded.Header("X-Any") == value;
    }

    private static ClientResponse Encode(Response response)
    {
        var output = new ResponseBuffer();
        HttpApiCodec.Instance.Encode(response, withBody: true, output);
        return new ClientResponse(output.Body);
    }
}
