using System.Net;
using System.Text.RegularExpressions;

namespace Framework.Local.Tests.Browsing;

public sealed partial class RequestPagesTests
{
    [Fact]
    public async Task Requests_are_listed_the_newest_first_and_a_list_gets_those_that_it_does_not_have()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync("alice");
        await cloud.Client.GetAsync("/events");
        var (first, last) = await ListAsync(cloud, "0");
        await cloud.Client.GetAsync("/admins");
        await cloud.Client.GetAsync("/nowhere");

        var (news, newest) = await ListAsync(cloud, last);
        var page = await cloud.Client.GetStringAsync("/_local");

        Assert.Matches("GET</td>[^§]*>/events</a>[^§]*>200<[^§]*cold start[^§]*>GetEvent<[^§]*>alice<", first);
        Assert.Equal(["/nowhere", "/admins"], Paths().Matches(news).Select(match => match.Groups["path"].Value));
        Assert.DoesNotContain("cold start", news, StringComparison.Ordinal);
        Assert.Equal(["/nowhere", "/admins", "/events"], Paths().Matches(page).Select(match => match.Groups["path"].Value));
        Assert.Contains($"data-last=\"{newest}\"", page, StringComparison.Ordinal);
        Assert.Equal(("", newest), await ListAsync(cloud, newest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?after=")]
    [InlineData("?after=-1")]
    [InlineData("?after=x")]
    [InlineData("?after=99999999999999999999")]
    public async Task A_place_in_the_list_that_is_no_number_is_refused(string query)
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Client.GetAsync($"/_local/requests{query}")).StatusCode);
    }

    [Fact]
    public async Task A_requests_page_has_its_log_lines_as_text()
    {
        await using var cloud = await TestCloud.StartAsync();
        const string Evil = "</code><script>alert('&')</script>\u202Egpj";

        var response = await cloud.Client.GetAsync($"/log?text={Uri.EscapeDataString(Evil)}");
        var page = await cloud.Client.GetStringAsync($"/_local/request?id={Uri.EscapeDataString(response.Headers.GetValues("apigw-requestid").Single())}");

        Assert.Contains("Notes: About to &lt;/code&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;\uFFFDgpj", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="level warn">WARN</span>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_and_a_callers_name_are_text()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync("<script>");
        await cloud.Client.GetAsync("/events");
        await cloud.Client.GetAsync("/%3Cscript%3E\"");

        foreach (var html in new[] { (await ListAsync(cloud, "0")).Html, await cloud.Client.GetStringAsync("/_local") })
        {
            Assert.Equal(2, Regex.Count(html, "&lt;script&gt;"));
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failure_of_the_function_is_among_its_lines()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync("/fail");
        var page = await cloud.Client.GetStringAsync($"/_local/request?id={Uri.EscapeDataString(response.Headers.GetValues("apigw-requestid").Single())}");

        Assert.Contains("secret of the house", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="status s5">500</span>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_kept_is_not_found()
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Client.GetAsync("/_local/request?id=x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Client.GetAsync("/_local/request")).StatusCode);
    }

    private static async Task<(string Html, string Last)> ListAsync(TestCloud cloud, string after)
    {
        var response = await cloud.Client.GetAsync($"/_local/requests?after={after}");
        return (await response.Content.ReadAsStringAsync(), response.Headers.GetValues("x-last").Single());
    }

    [GeneratedRegex("""href="/_local/request\?id=[^"]+">(?<path>[^<]+)</a>""")]
    private static partial Regex Paths();
}
