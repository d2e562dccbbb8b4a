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

        var forwards = await ReadAsync(cloud, "/_local/tables/notes", "next");
        var back = await ReadAsync(cloud, forwards[^1].Address, "prev");

        Assert.Equal(3, forwards.Count);
        Assert.Equal(60, forwards.SelectMany(page => page.Items).Distinct().Count());
        Assert.Equal(60, forwards.Sum(page => page.Items.Count));
        Assert.Equal(forwards.Select(page => string.Join(',', page.Items)), back.Select(page => string.Join(',', page.Items)).Reverse());
    }

    [Theory]
    [InlineData("?pk=ann", "1,2,12")]
    [InlineData("?pk=ann&sk=2", "2")]
    [InlineData("?pk=ann&sk=2.0", "2")]
    [InlineData("?pk=ann&sk=3", "")]
    [InlineData("?pk=an", "")]
    public async Task A_search_takes_a_partition_key_and_a_number_as_a_whole(string query, string expected)
    {
        await using var cloud = await TestCloud.StartAsync();
        foreach (var at in new[] { 1, 2, 12 })
            await Notes.PutAsync(cloud, "ann", at);
        await Notes.PutAsync(cloud, "bob", 2);

        var page = await cloud.Client.GetStringAsync($"/_local/tables/notes{query}");

        Assert.Equal(expected, string.Join(',', At().Matches(page).Select(match => match.Groups["at"].Value)));
        Assert.Equal(expected.Length == 0, page.Contains("There is no item of this key.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_takes_what_a_text_begins_with_and_goes_on_page_by_page_both_ways()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.CreateTextTableAsync(cloud);
        foreach (var n in Enumerable.Range(0, 60))
            await Notes.PutTextAsync(cloud, "ann", $"{(n % 2 == 0 ? "a" : "b")}{n:00}");
        await Notes.PutTextAsync(cloud, "bob", "a00");

        var forwards = await ReadAsync(cloud, "/_local/tables/texts?pk=ann&sk=a", "next");
        var back = await ReadAsync(cloud, forwards[^1].Address, "prev");

        Assert.Equal([25, 5], forwards.Select(page => page.Items.Count));
        Assert.Equal(Enumerable.Range(0, 30).Select(n => $"a{2 * n:00}"), forwards.SelectMany(page => page.Items));
        Assert.Equal([5, 25], back.Select(page => page.Items.Count));
    }

    [Theory]
    [InlineData("notes?sk=1", "A search needs owner, the partition key.")]
    [InlineData("notes?pk=ann&sk=x", "at takes a number.")]
    [InlineData("notes?pk=ann&sk=1e999", "at takes a number.")]
    [InlineData("indexed?pk=ann&sk=1", "The sort key takes no value: the table has none.")]
    public async Task A_search_that_cannot_be_is_refused_with_what_would_be_right(string search, string sentence)
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.CreateIndexedTableAsync(cloud);

        var response = await cloud.Client.GetAsync($"/_local/tables/{search}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"""role="alert">{sentence}</p>""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_value_and_many_attributes_are_cut_in_the_table()
    {
        await using var cloud = await TestCloud.StartAsync();
        var many = string.Join(',', Enumerable.Range(0, 22).Select(n => $$"""
            "x{{n:00}}":{"S":"{{new string('y', n < 2 ? 78 + n : 0)}}"}
            """));
        await Notes.PutAsync(cloud, "ann", 1, $"{{{many}}}");

        var page = await cloud.Client.GetStringAsync("/_local/tables/notes");

        Assert.Contains($"<code>&quot;{new string('y', 78)}&quot;</code>", page, StringComparison.Ordinal);
        Assert.Contains($"<code>&quot;{new string('y', 79)}…</code>", page, StringComparison.Ordinal);
        Assert.Contains("2 more attributes on the items", page, StringComparison.Ordinal);
        Assert.Contains(">x19</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">x20</th>", page, StringComparison.Ordinal);
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
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/_local/tables/nowhere")]
    [InlineData("/_local/tables/%3Cscript%3E")]
    [InlineData("/_local/tables/notes?after=nonsense")]
    [InlineData("/_local/tables/notes?after=a.b.c")]
    public async Task An_address_of_no_table_or_page_is_a_404_that_says_so(string address)
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

    private sealed record Seen(string Address, IReadOnlyList<string> Items);

    private static async Task<List<Seen>> ReadAsync(TestCloud cloud, string start, string direction)
    {
        var pages = new List<Seen>();
        for (var address = start; address is not null;)
        {
            var page = await cloud.Client.GetStringAsync(address);
            pages.Add(new(address, [.. At().Matches(page).Select(match => match.Groups["at"].Value)]));
            var link = Link().Matches(page).FirstOrDefault(match => match.Groups["direction"].Value == direction);
            address = link is null ? null : WebUtility.HtmlDecode(link.Groups["address"].Value);
        }
        return pages;
    }

    [GeneratedRegex("""data-label="at"><code>(&quot;)?(?<at>\w+)(&quot;)?</code>""")]
    private static partial Regex At();

    [GeneratedRegex("""<a rel="(?<direction>\w+)" href="(?<address>[^"]+)">""")]
    private static partial Regex Link();
}
