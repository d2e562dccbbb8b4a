using System.Net;
using System.Text.RegularExpressions;

namespace Framework.Local.Tests.Browsing;

public sealed partial class TablePagesTests
{
    [Fact]
    public async Task The_tables_are_listed_with_links_to_their_items()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.CreateIndexedTableAsync(cloud);
        await Notes.PutAsync(cloud, "ann", 1);

        var page = await cloud.Client.GetStringAsync("/_local/tables");

        Assert.Contains("""<a href="/_local/tables/notes">notes</a>""", page, StringComparison.Ordinal);
        Assert.Contains("1 item, 12 bytes", page, StringComparison.Ordinal);
        Assert.Contains("owner (S), at (N)", page, StringComparison.Ordinal);
        Assert.Contains("byC: c (B); global, keys and d", page, StringComparison.Ordinal);
        Assert.Contains($"{cloud.Address}_local/tables", cloud.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_item_is_on_one_of_the_pages_that_follow_each_other()
    {
        await using var cloud = await TestCloud.StartAsync();
        foreach (var n in Enumerable.Range(1, 60))
            await Notes.PutAsync(cloud, $"owner{n % 7}", n);

        var seen = new List<string>();
        var pages = 0;
        for (var address = "/_local/tables/notes"; address is not null; pages++)
        {
            var page = await cloud.Client.GetStringAsync(address);
            seen.AddRange(Heading().Matches(page).Select(match => match.Groups["at"].Value));
            address = Next().Match(page) is { Success: true } next ? next.Groups["address"].Value : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_an_item_holds_is_text_and_never_markup()
    {
        await using var cloud = await TestCloud.StartAsync();
        const string Evil = "</code><script>alert('&')</script>";
        await Notes.PutAsync(cloud, Evil, 1, $$$"""{"{{{Evil}}}":{"S":"{{{Evil}}}"},"m":{"L":[{"SS":["{{{Evil}}}"]}]}}""");

        var response = await cloud.Client.GetAsync("/_local/tables/notes");
        var page = await response.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;/code&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/_local/tables/nowhere")]
    [InlineData("/_local/tables/%3Cscript%3E")]
    [InlineData("/_local/tables/notes?after=nonsense")]
    [InlineData("/_local/tables/notes?after=a.b.c")]
    public async Task An_address_of_no_table_or_page_is_told_so(string address)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_pages_are_for_this_machine_only()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_local/tables");
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.Forbidden, (await cloud.Client.SendAsync(request)).StatusCode);
    }

    [GeneratedRegex("""<h2>&quot;owner\d&quot; · (?<at>\d+)</h2>""")]
    private static partial Regex Heading();

    [GeneratedRegex("""<a rel="next" href="(?<address>[^"]+)">""")]
    private static partial Regex Next();
}
