using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.Binding;

public sealed class CookieTests
{
    [Theory]
    [InlineData("theme=dark", "dark", "", "")]
    [InlineData("theme=dark; theme=light", "dark", "", "")]
    [InlineData("theme=\"dark\"", "\"dark\"", "", "")]
    [InlineData("theme=a=b%20c", "a=b%20c", "", "")]
    [InlineData("theme=", "", "", "")]
    [InlineData("Theme=x; theme=dark; __Host-id=7; tag=a; tag=b", "dark", "7", "a|b")]
    public async Task A_cookie_is_read(string cookies, string theme, string id, string tags)
    {
        await using var service = new TestService([new EatEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/eat") { Cookies = cookies.Split("; ") });

        Assert.Equal(200, response.Status);
        Assert.Equal((theme, id, tags, "True"), (Value("theme"), Value("id"), Value("tag"), Value("seen")));

        string? Value(string name) => response.Json.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("x=y", "theme", "Is missing from the cookies. Must be text.")]
    [InlineData("theme", "theme", "Is missing from the cookies. Must be text.")]
    [InlineData("theme=a; __Host-id=b", "__Host-id", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("theme=a; seen=yes", "seen", "Must be true or false.")]
    public async Task A_cookie_that_is_missing_or_malformed_is_reported_by_its_name(string cookies, string field, string message)
    {
        await using var service = new TestService([new EatEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/eat") { Cookies = cookies.Split("; ") });

        Assert.Equal((400, "invalid-parameters"), (response.Status, response.Kind));
        Assert.Equal(message, response.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }
}
