using Framework.Http;

namespace Framework.Tests.Http;

public sealed class ResponseHeadersTests
{
    [Fact]
    public void A_name_has_one_value_whatever_its_case()
    {
        var headers = new ResponseHeaders { ["ETag"] = "1", ["x-a"] = "a" };

        headers["etag"] = "2";

        Assert.Equal(("2", "2", "a", null), (headers["etag"], headers["ETAG"], headers["X-A"], headers["other"]));
        Assert.Equal([new("x-a", "a"), new("etag", "2")], headers);
        headers["etag"] = null;
        headers["other"] = null;
        Assert.Single(headers);
        Assert.Null(headers["etag"]);
    }

    [Fact]
    public void A_value_is_appended_once()
    {
        var headers = new ResponseHeaders();

        headers.Append("vary", "Origin");
        headers.Append("Vary", "Accept");
        headers.Append("vary", "origin");
        headers.Append("vary", "Acc");

        Assert.Equal("Origin, Accept, Acc", headers["vary"]);
        Assert.Single(headers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData(":")]
    [InlineData("a\n")]
    [InlineData("\0a")]
    public void A_name_that_cannot_be_sent_is_refused(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => new ResponseHeaders { [name] = "value" });

        Assert.StartsWith("A header's name holds no spaces, colons or control characters.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\rb")]
    [InlineData("a\0")]
    [InlineData("\b")]
    [InlineData("\u001f")]
    public void A_value_that_would_begin_another_header_is_refused_and_the_old_one_stays(string value)
    {
        var headers = new ResponseHeaders { ["x-a"] = "old" };

        var exception = Assert.Throws<ArgumentException>(() => headers["x-a"] = value);

        Assert.StartsWith("The value of x-a holds a control character.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("old", headers["x-a"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb c: ü")]
    public void Other_values_are_sent_as_they_are(string value) => Assert.Equal(value, new ResponseHeaders { ["x-a"] = value }["x-a"]);
}
