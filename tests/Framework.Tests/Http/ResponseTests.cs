using Framework.Http;

namespace Framework.Tests.Http;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public void A_status_code_is_200_to_599(int status, bool isValid)
    {
        if (isValid)
            Assert.Equal(status, new Response(status).StatusCode);
        else
            Assert.StartsWith(
                "A status code is 200 to 599.", Assert.Throws<ArgumentOutOfRangeException>(() => new Response(status)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_UTF_8_and_says_so()
    {
        var response = Response.Text(201, "ü");

        Assert.Equal((201, true, "text/plain; charset=utf-8"), (response.StatusCode, response.IsText, response.Headers["content-type"]));
        Assert.Equal("ü"u8, response.Body.Span);
        Assert.Equal("text/html; charset=utf-8", Response.Text(200, "", "text/html").Headers["content-type"]);
    }

    [Fact]
    public void Bytes_are_no_text_unless_they_are_said_to_be()
    {
        var response = Response.Bytes(200, new byte[] { 1 }, "image/png");

        Assert.Equal((false, "image/png", 1), (response.IsText, response.Headers["content-type"], response.Body.Length));
        Assert.True(Response.Bytes(200, default, "text/csv", isText: true).IsText);
        Assert.True(new Response(200).IsText);
    }

    [Fact]
    public void A_cookie_cannot_begin_another_header()
    {
        var response = new Response(200);
        Assert.False(response.HasCookies);
        Assert.Empty(response.Cookies);
        Assert.False(response.HasCookies);

        response.Cookies.Add("a=1");

        Assert.True(response.HasCookies);
        Assert.StartsWith(
            "The value of Set-Cookie holds a control character.",
            Assert.Throws<ArgumentException>(() => response.Cookies.Add("b=2\r\nx: y")).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The value of Set-Cookie holds a control character.",
            Assert.Throws<ArgumentException>(() => response.Cookies[0] = "b\n").Message, StringComparison.Ordinal);
        response.Cookies[0] = "c=3";
        Assert.Equal(["c=3"], response.Cookies);
    }

    [Fact]
    public void A_result_has_its_status_and_its_headers()
    {
        var headers = new ResponseHeaders();
        new Created<int>("/things/1", 1).AddHeaders(headers);
        new Accepted<int>(1).AddHeaders(headers);

        Assert.Equal([new("location", "/things/1")], headers);
        Assert.Equal((201, 202, 207), (new Created<int>("/", 1).StatusCode, new Accepted<int>(1).StatusCode, new MultiStatus<int>(1).StatusCode));
        Assert.Throws<ArgumentNullException>(() => new Created<int>("/", 1).AddHeaders(null!));
    }
}
