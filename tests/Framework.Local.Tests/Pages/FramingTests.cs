namespace Framework.Local.Tests.Pages;

public sealed class FramingTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/script.js")]
    [InlineData("/_local")]
    [InlineData("/_local/routes/OpenEvent")]
    [InlineData("/_local/request?id=x")]
    [InlineData("/_local/tables/notes/new")]
    [InlineData("/_local/tables")]
    [InlineData("/_local/tables/missing")]
    public async Task No_page_can_be_framed(string path)
    {
        await using var cloud = await TestCloud.StartAsync();

        AssertNotFramed(await cloud.Client.GetAsync(path));
    }

    [Fact]
    public async Task The_sign_in_page_cannot_be_framed_at_first_or_when_a_name_was_wrong()
    {
        await using var cloud = await TestCloud.StartAsync();

        AssertNotFramed(await cloud.Client.GetAsync(Issuer.SignInTests.Ask(cloud)));
        AssertNotFramed(await Issuer.SignInTests.SubmitAsync(cloud, Issuer.SignInTests.Request(cloud, ("username", ""))));
    }

    private static void AssertNotFramed(HttpResponseMessage response)
    {
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
    }
}
