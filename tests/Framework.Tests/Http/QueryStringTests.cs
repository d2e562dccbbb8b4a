using Framework.Http;

namespace Framework.Tests.Http;

public sealed class QueryStringTests
{
    [Theory]
    [InlineData("a=1&b=2", "a", "1")]
    [InlineData("a=1&b=2", "b", "2")]
    [InlineData("a=1&a=2", "a", "1")]
    [InlineData("&&a=1&", "a", "1")]
    [InlineData("a", "a", "")]
    [InlineData("a&b=2", "b", "2")]
    [InlineData("=x", "", "x")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("a=b%20c+d", "a", "b c d")]
    [InlineData("a%20b=1", "a b", "1")]
    [InlineData("a+b=1", "a b", "1")]
    [InlineData("a=%2B%26", "a", "+&")]
    [InlineData("", "a", null)]
    [InlineData("ab=1", "a", null)]
    [InlineData("a=1", "A", null)]
    [InlineData("b=a", "a", null)]
    public void A_name_has_its_first_value_decoded_once(string raw, string name, string? expected)
    {
        Assert.Equal(expected is not null, new QueryString(raw).TryGet(name, out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_name_has_all_of_its_values_in_order()
    {
        Assert.Equal(["1", " 3", ""], new QueryString("a=1&b=2&a=+3&a").All("a"));
        Assert.Empty(new QueryString("b=2").All("a"));
    }

    [Fact]
    public void No_query_is_an_empty_one()
    {
        Assert.Equal("", default(QueryString).Raw);
        Assert.False(default(QueryString).TryGet("a", out _));
        Assert.Equal(default, new QueryString(""));
    }

    [Fact]
    public void Queries_are_equal_where_their_text_is()
    {
        var (one, same, other) = (new QueryString("a=1"), new QueryString("a=1"), new QueryString("a=2"));

        Assert.True(one == same && one.Equals((object)same) && !(one != same));
        Assert.True(one != other && !one.Equals((object)other) && !(one == other));
        Assert.False(one.Equals("a=1"));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }
}
