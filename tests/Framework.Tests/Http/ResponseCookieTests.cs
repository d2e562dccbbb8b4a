using Framework.Http;

namespace Framework.Tests.Http;

/// <summary>Cookies that a response sets, as RFC 6265bis has them.</summary>
public sealed class ResponseCookieTests
{
    [Fact]
    public void A_cookie_is_safe_without_further_words() =>
        Assert.Equal("id=a; Path=/; Secure; HttpOnly; SameSite=Lax", Sent(new ResponseCookie("id", "a")));

    [Fact]
    public void A_cookie_has_every_attribute_that_it_is_given() => Assert.Equal(
        "id=; Path=/app; Domain=example.com; Max-Age=61; Expires=Mon, 30 Nov 2026 21:00:00 GMT; Secure; SameSite=None; Partitioned",
        Sent(new ResponseCookie("id", "")
        {
            Path = "/app",
            Domain = "example.com",
            MaxAge = TimeSpan.FromSeconds(61.9),
            Expires = new DateTimeOffset(2026, 11, 30, 22, 0, 0, TimeSpan.FromHours(1)),
            HttpOnly = false,
            SameSite = SameSite.None,
            Partitioned = true,
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_cookie_whose_time_is_over_is_deleted(int seconds) =>
        Assert.Contains("; Max-Age=0;", Sent(new ResponseCookie("id", "") { MaxAge = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData("id", "a-Z_0.9!#$%&'()*+/:<=>?@[]^`{|}~")]
    [InlineData("!#$%&'*+-.^_`|~aZ09", "x")]
    [InlineData("id", "\"quoted\"")]
    [InlineData("id", "")]
    [InlineData("id", "\"\"")]
    public void A_name_and_a_value_that_can_be_sent_are_taken(string name, string value) =>
        Assert.StartsWith($"{name}={value};", Sent(new ResponseCookie(name, value)));

    [Theory]
    [InlineData("", "a")]
    [InlineData("a b", "a")]
    [InlineData("a=b", "a")]
    [InlineData("a;b", "a")]
    [InlineData("ä", "a")]
    [InlineData("a\n", "a")]
    [InlineData("id", "a b")]
    [InlineData("id", "a;b")]
    [InlineData("id", "a,b")]
    [InlineData("id", "a\\b")]
    [InlineData("id", "a\"b")]
    [InlineData("id", "\"")]
    [InlineData("id", "a\r\nset-cookie: b=c")]
    [InlineData("id", "\u007f")]
    [InlineData("id", "ä")]
    public void A_name_or_a_value_that_cannot_be_sent_is_refused_and_not_repeated(string name, string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => new ResponseCookie(name, value));

        Assert.DoesNotContain("set-cookie", exception.Message);
    }

    [Fact]
    public void A_cookie_is_as_long_as_browsers_take()
    {
        Assert.NotNull(new ResponseCookie("id", new string('a', 4094)));
        Assert.Throws<ArgumentException>(() => new ResponseCookie("id", new string('a', 4095)));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/a b", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("/a;b", false)]
    [InlineData("/\r\n", false)]
    [InlineData("/ä", false)]
    public void A_path_begins_with_a_slash_and_holds_no_attribute(string path, bool isTaken) =>
        Assert.Equal(isTaken, IsTaken(() => new ResponseCookie("id", "a") { Path = path }));

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("", false)]
    [InlineData("a;b", false)]
    [InlineData("a b", false)]
    [InlineData("a\r\n", false)]
    public void A_domain_is_a_host_s_name(string domain, bool isTaken) =>
        Assert.Equal(isTaken, IsTaken(() => new ResponseCookie("id", "a") { Domain = domain }));

    [Fact]
    public void An_attribute_is_as_long_as_browsers_take()
    {
        Assert.True(IsTaken(() => new ResponseCookie("id", "a") { Path = "/" + new string('a', 1023) }));
        Assert.False(IsTaken(() => new ResponseCookie("id", "a") { Path = "/" + new string('a', 1024) }));
        Assert.True(IsTaken(() => new ResponseCookie("id", "a") { Domain = new string('a', 1024) }));
        Assert.False(IsTaken(() => new ResponseCookie("id", "a") { Domain = new string('a', 1025) }));
    }

    public static TheoryData<ResponseCookie, bool> Promises => new()
    {
        { new ResponseCookie("__Secure-id", "a"), true },
        { new ResponseCookie("__Secure-id", "a") { Secure = false }, false },
        { new ResponseCookie("__secure-id", "a") { Secure = false }, false },
        { new ResponseCookie("__Host-id", "a"), true },
        { new ResponseCookie("__Host-id", "a") { Secure = false }, false },
        { new ResponseCookie("__Host-id", "a") { Domain = "example.com" }, false },
        { new ResponseCookie("__HOST-id", "a") { Path = "/a" }, false },
        { new ResponseCookie("id", "a") { SameSite = SameSite.None }, true },
        { new ResponseCookie("id", "a") { SameSite = SameSite.None, Secure = false }, false },
        { new ResponseCookie("id", "a") { Partitioned = true, Secure = false }, false },
        { new ResponseCookie("id", "a") { Secure = false }, true },
    };

    [Theory]
    [MemberData(nameof(Promises), DisableDiscoveryEnumeration = true)]
    public void What_browsers_refuse_is_refused(ResponseCookie cookie, bool isTaken)
    {
        var response = new Response(200);

        var exception = Record.Exception(() => response.SetCookie(cookie));

        Assert.Equal(isTaken, exception is null);
        Assert.Equal(isTaken ? 1 : 0, response.Cookies.Count);
        Assert.True(exception is null or InvalidOperationException);
    }

    private static string Sent(ResponseCookie cookie)
    {
        var response = new Response(200);
        response.SetCookie(cookie);
        return Assert.Single(response.Cookies);
    }

    private static bool IsTaken(Func<ResponseCookie> make) => Record.Exception(make) switch
    {
        null => true,
        ArgumentException => false,
        var other => throw other,
    };
}
