using Framework.Problems;

namespace Framework.Tests.Problems;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$", "a", "a")]
    [InlineData("$", "a-b_1", "a-b_1")]
    [InlineData("$", "größe", "größe")]
    [InlineData("a", "b", "a.b")]
    [InlineData("a[0]", "b", "a[0].b")]
    [InlineData("$", "a b", "['a b']")]
    [InlineData("a", "b.c", "a['b.c']")]
    [InlineData("a", "", "a['']")]
    [InlineData("$", "it's", @"['it\'s']")]
    [InlineData("$", @"a\", @"['a\\']")]
    public void A_name_that_is_no_word_is_quoted(string path, string name, string expected) =>
        Assert.Equal(expected, JsonPath.Property(path, name));

    [Fact]
    public void A_name_is_cut_at_100_characters_and_not_within_one()
    {
        var fits = new string('a', 100);

        Assert.Equal(fits, JsonPath.Property("$", fits));
        Assert.Equal(fits, JsonPath.Property("$", fits + "b"));
        Assert.Equal(fits[1..], JsonPath.Property("$", fits[1..] + "😀"));
    }

    [Fact]
    public void A_path_over_500_characters_goes_no_further()
    {
        var longest = new string('a', 500);

        Assert.Equal((longest + ".b", longest + "[0]"), (JsonPath.Property(longest, "b"), JsonPath.Item(longest, 0)));
        Assert.Equal((longest + "a", longest + "a"), (JsonPath.Property(longest + "a", "b"), JsonPath.Item(longest + "a", 0)));
    }

    [Fact]
    public void A_place_is_entered_and_left()
    {
        var place = new JsonPlace();
        Assert.Equal((true, "$"), (place.IsRoot, place.ToString()));

        place.Enter("items");
        place.Enter(2);

        Assert.Equal((false, "items[2]", "items[2].title"), (place.IsRoot, place.ToString(), place.Of("title")));
        place.Leave();
        Assert.Equal("items", place.ToString());
    }
}
