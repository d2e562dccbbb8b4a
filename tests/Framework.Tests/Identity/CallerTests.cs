using Framework.Description;
using Framework.Identity;

namespace Framework.Tests.Identity;

public sealed class CallerTests
{
    [Fact]
    public void A_caller_has_the_claims_of_its_token()
    {
        var caller = Caller.FromClaims("""{"sub":"u","username":"ann","cognito:username":"other","token_use":"access","exp":7}"""u8);

        Assert.Equal(("u", "ann", "access", "7", null), (caller.Id, caller.Username, caller.TokenUse, caller.Claim("exp"), caller.Claim("none")));
        Assert.Equal("other", Caller.FromClaims("""{"sub":"u","cognito:username":"other"}"""u8).Username);
        Assert.Equal("", Caller.Anonymous.Id);
    }

    [Theory]
    [InlineData("""["a",1]""", "\"a\",1")]
    [InlineData("""["a","b c"]""", "a|b c")]
    [InlineData("[a b]", "a|b")]
    public void A_list_of_texts_alone_is_read_as_JSON(string groups, string expected) => Assert.Equal(
        expected.Split('|'),
        Caller.FromClaims(System.Text.Encoding.UTF8.GetBytes(
            $"{{\"sub\":\"u\",\"cognito:groups\":{System.Text.Json.JsonSerializer.Serialize(groups)}}}")).Groups);

    [Fact]
    public void What_a_caller_lacks_is_named_the_group_first()
    {
        var policy = new AccessPolicy(false, [["admin", "owner"]], [["todos/write"]]);

        Assert.Equal("Needs the group admin or owner.", policy.Check(Caller.FromClaims("""{"sub":"u","scope":"todos/read"}"""u8))!.Detail);
        Assert.Equal(
            "Needs the scope todos/write.",
            policy.Check(Caller.FromClaims("""{"sub":"u","cognito:groups":"owner","scope":"todos/read"}"""u8))!.Detail);
        Assert.Null(policy.Check(Caller.FromClaims("""{"sub":"u","cognito:groups":"owner","scope":"todos/write"}"""u8)));
    }
}
