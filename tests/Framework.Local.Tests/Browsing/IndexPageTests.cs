using System.Net;
using System.Text.RegularExpressions;

namespace Framework.Local.Tests.Browsing;

public sealed partial class IndexPageTests
{
    [Theory]
    [InlineData("/_local")]
    [InlineData("/_local/")]
    public async Task The_index_lists_every_route_with_who_may_call_it(string address)
    {
        await using var cloud = await TestCloud.StartAsync();

        var page = await cloud.Client.GetStringAsync(address);

        Assert.Matches(Row("GET", "AdminsOnly", "/admins", "group admins"), page);
        Assert.Matches(Row("GET", "Scoped", "/scoped", "scope notes/write"), page);
        Assert.Matches(Row("POST", "ShowEvent", "/events/{kind}/{rest+}", "signed in"), page);
        Assert.Matches(Row("GET", "OpenEvent", "/open", "anybody"), page);
        Assert.Contains("""href="/_local/tables">""", page, StringComparison.Ordinal);
        Assert.Contains($"{cloud.Address}_local\n", cloud.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_leads_to_the_sign_in_page()
    {
        await using var cloud = await TestCloud.StartAsync();
        var page = await cloud.Client.GetStringAsync("/_local");

        var response = await cloud.Client.GetAsync(WebUtility.HtmlDecode(SignIn().Match(page).Groups["address"].Value));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Sign in for development", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_routes_page_has_a_field_for_each_parameter_and_what_its_caller_needs()
    {
        await using var cloud = await TestCloud.StartAsync();

        var events = await cloud.Client.GetStringAsync("/_local/routes/ShowEvent");
        var scoped = await cloud.Client.GetStringAsync("/_local/routes/Scoped");
        var open = await cloud.Client.GetStringAsync("/_local/routes/OpenEvent");

        Assert.Contains("""data-method="POST" data-template="/events/{kind}/{rest&#x2B;}">""", events, StringComparison.Ordinal);
        Assert.Contains("""data-source="route" data-name="kind" required""", events, StringComparison.Ordinal);
        Assert.Contains("""data-source="route" data-name="rest" required""", events, StringComparison.Ordinal);
        Assert.Contains("<textarea id=\"body\"", events, StringComparison.Ordinal);
        Assert.Contains("""value="notes/write" """, scoped, StringComparison.Ordinal);
        Assert.Contains("""value="alice" """, scoped, StringComparison.Ordinal);
        Assert.DoesNotContain("""value="alice" """, open, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_the_one_that_the_policy_names_and_there_is_none_within_the_page()
    {
        await using var cloud = await TestCloud.StartAsync();

        var first = await cloud.Client.GetAsync("/_local");
        var second = await cloud.Client.GetAsync("/_local");
        var html = await first.Content.ReadAsStringAsync();
        var nonce = Nonce().Match(Policy(first)).Groups["nonce"].Value;

        Assert.NotEmpty(nonce);
        Assert.NotEqual(Policy(first), Policy(second));
        Assert.StartsWith("default-src 'none'; ", Policy(first), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(first), StringComparison.Ordinal);
        Assert.Equal([$"""<script src="/_local/local.js" nonce="{nonce}" defer></script>"""], Scripts().Matches(html).Select(match => match.Value));
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\son\w+=", html);
    }

    [Theory]
    [InlineData("/_local/local.css", "text/css")]
    [InlineData("/_local/local.js", "text/javascript")]
    public async Task The_style_and_the_script_are_served_to_this_origin(string address, string mediaType)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync(address);

        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/_local")]
    [InlineData("/_local/routes/OpenEvent")]
    [InlineData("/_local/requests?after=0")]
    [InlineData("/_local/tables/notes")]
    [InlineData("/_local/tables/notes/new")]
    public async Task No_response_can_be_read_by_a_page_of_another_origin(string address)
    {
        await using var cloud = await TestCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", TestService.Page);

        var response = await cloud.Client.SendAsync(request);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task A_route_that_is_not_there_is_not_found()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync("/_local/routes/%3Cscript%3E");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Row(string method, string endpoint, string template, string access) => string.Join(
        @"[\s\S]{0,200}?",
        $"\"Method\">{method}<",
        $"href=\"/_local/routes/{endpoint}\"[^>]*>{Regex.Escape(template.Replace("+", "&#x2B;", StringComparison.Ordinal))}<",
        $">{endpoint}<",
        $">{access}<");

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    [GeneratedRegex("""href="(?<address>/_local/oauth2/authorize[^"]+)">""")]
    private static partial Regex SignIn();

    [GeneratedRegex("script-src 'nonce-(?<nonce>[0-9A-F]+)';")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script.*?</script>")]
    private static partial Regex Scripts();
}
