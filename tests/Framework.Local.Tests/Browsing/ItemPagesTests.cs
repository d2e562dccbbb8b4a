using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Framework.Local.Tests.Browsing;

public sealed partial class ItemPagesTests
{
    [Fact]
    public async Task An_item_edited_as_plain_JSON_keeps_the_types_that_plain_JSON_has_not()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1, """{"tags":{"SS":["a"]},"ns":{"NS":["1"]},"bin":{"B":"AAE="},"m":{"M":{"l":{"L":[{"BS":["AAE="]}]}}}}""");

        var page = await OpenAsync(cloud, "ann", 1);
        var text = JsonNode.Parse(page.Text)!;
        text["tags"] = new JsonArray("b", "c");
        text["ns"] = new JsonArray(2, 3);
        text["big"] = JsonNode.Parse("12345678901234567890.5");
        var response = await SaveAsync(cloud, page with { Text = text.ToJsonString() });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("The item is saved.", await cloud.Client.GetStringAsync(response.Headers.Location), StringComparison.Ordinal);
        AssertJson(
            """{"tags":{"SS":["b","c"]},"ns":{"NS":["2","3"]},"bin":{"B":"AAE="},"m":{"M":{"l":{"L":[{"BS":["AAE="]}]}}},"big":{"N":"12345678901234567890.5"},"owner":{"S":"ann"},"at":{"N":"1"}}""",
            await Notes.GetAsync(cloud, "ann", 1));
    }

    [Fact]
    public async Task An_item_is_edited_as_typed_JSON()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1);

        var page = await OpenAsync(cloud, "ann", 1, "&format=dynamodb");
        await SaveAsync(cloud, page with { Text = """{"owner":{"S":"ann"},"at":{"N":"1"},"tags":{"SS":["x"]}}""" });

        AssertJson("""{"owner":{"S":"ann"},"at":{"N":"1"},"tags":{"SS":["x"]}}""", await Notes.GetAsync(cloud, "ann", 1));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("dynamodb")]
    public async Task What_the_editor_shows_is_saved_as_it_was(string format)
    {
        await using var cloud = await TestCloud.StartAsync();
        const string Item = """{"owner":{"S":"ann"},"at":{"N":"1"},"t":{"S":"\n</textarea>\u202e\u0007 Grüße 😀"},"n":{"NULL":true},"e":{"L":[]},"d":{"N":"1.50"}}""";
        await Notes.PutAsync(cloud, "ann", 1, Item);
        var before = await Notes.GetAsync(cloud, "ann", 1);

        var page = await OpenAsync(cloud, "ann", 1, $"&format={format}");
        var response = await SaveAsync(cloud, page);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        AssertJson(before!.ToJsonString(), await Notes.GetAsync(cloud, "ann", 1));
    }

    [Fact]
    public async Task A_change_in_between_is_shown_and_not_overwritten_without_notice()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1);
        var page = await OpenAsync(cloud, "ann", 1);
        var mine = page with { Text = """{"owner":"ann","at":1,"text":"mine"}""" };
        await Notes.PutAsync(cloud, "ann", 1, """{"text":{"S":"theirs"}}""");

        var conflict = await SaveAsync(cloud, mine);
        var html = await conflict.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("Nothing is saved.", html, StringComparison.Ordinal);
        Assert.Contains("&quot;theirs&quot;", html, StringComparison.Ordinal);
        Assert.Contains("&quot;mine&quot;", html, StringComparison.Ordinal);
        Assert.Equal("theirs", (string?)(await Notes.GetAsync(cloud, "ann", 1))!["text"]!["S"]);

        // The person has seen it, and saves.
        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(cloud, Editor.Of(html))).StatusCode);
        Assert.Equal("mine", (string?)(await Notes.GetAsync(cloud, "ann", 1))!["text"]!["S"]);
    }

    [Fact]
    public async Task An_item_that_was_deleted_in_between_does_not_come_back_without_notice()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1);
        var page = await OpenAsync(cloud, "ann", 1);
        await SaveAsync(cloud, await OpenAsync(cloud, "ann", 1, page: "delete"));

        var conflict = await SaveAsync(cloud, page);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("The item has been deleted", await conflict.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await Notes.GetAsync(cloud, "ann", 1));
    }

    [Fact]
    public async Task An_item_is_deleted_only_where_it_is_what_the_page_showed()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1);
        var page = await OpenAsync(cloud, "ann", 1, page: "delete");
        await Notes.PutAsync(cloud, "ann", 1, """{"text":{"S":"theirs"}}""");

        var conflict = await SaveAsync(cloud, page);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.NotNull(await Notes.GetAsync(cloud, "ann", 1));

        var deleted = await SaveAsync(cloud, Editor.Of(await conflict.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Null(await Notes.GetAsync(cloud, "ann", 1));
        Assert.Contains("The item is deleted.", await cloud.Client.GetStringAsync(deleted.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_added_and_another_of_its_key_is_not_overwritten()
    {
        await using var cloud = await TestCloud.StartAsync();
        var page = Editor.Of(await cloud.Client.GetStringAsync("/_local/tables/notes/new"));
        AssertJson("""{"owner":"","at":0}""", JsonNode.Parse(page.Text));
        var mine = page with { Text = """{"owner":"ann","at":1,"tags":["a"]}""" };

        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(cloud, mine)).StatusCode);
        AssertJson("""{"owner":{"S":"ann"},"at":{"N":"1"},"tags":{"L":[{"S":"a"}]}}""", await Notes.GetAsync(cloud, "ann", 1));
        var again = await SaveAsync(cloud, mine);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("There is an item of this key already.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "This is not JSON")]
    [InlineData("[]", "An item is a JSON object.")]
    [InlineData("""{"owner":"ann","owner":"ann","at":1}""", "This is not JSON")]
    [InlineData("""{"owner":"ann","at":2}""", "The key of an item cannot change")]
    [InlineData("""{"owner":"ann","at":"1"}""", "Type mismatch for key")]
    [InlineData("""{"owner":"ann"}""", "Missing the key at in the item")]
    [InlineData("""{"owner":"ann","at":1,"x":"\ud800"}""", "half of a surrogate pair")]
    [InlineData("""{"owner":"ann","at":1,"x":1e999}""", "Number overflow")]
    [InlineData("""{"owner":"ann","at":1,"tags":[]}""", "may not be empty")]
    public async Task An_item_that_cannot_be_is_refused_with_the_reason_and_what_was_written(string text, string reason)
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1, """{"tags":{"SS":["a"]}}""");
        var before = await Notes.GetAsync(cloud, "ann", 1);

        var response = await SaveAsync(cloud, await OpenAsync(cloud, "ann", 1) with { Text = text });
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, html, StringComparison.Ordinal);
        Assert.Equal(text, Editor.Of(html).Text);
        AssertJson(before!.ToJsonString(), await Notes.GetAsync(cloud, "ann", 1));
    }

    [Theory]
    [InlineData(409_589, HttpStatusCode.SeeOther)]
    [InlineData(409_590, HttpStatusCode.BadRequest)]
    public async Task An_item_of_400_KB_is_the_largest(int length, HttpStatusCode expected)
    {
        await using var cloud = await TestCloud.StartAsync();
        var page = Editor.Of(await cloud.Client.GetStringAsync("/_local/tables/notes/new"));

        // The rest is 11 bytes: owner with "a" 6, at with 1 4, the name x 1.
        var response = await SaveAsync(cloud, page with { Text = $$"""{"owner":"a","at":1,"x":"{{new string('y', length)}}"}""" });

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(32, HttpStatusCode.SeeOther)]
    [InlineData(33, HttpStatusCode.BadRequest)]
    [InlineData(5000, HttpStatusCode.BadRequest)]
    public async Task Values_nest_as_deep_as_DynamoDB_lets_them(int depth, HttpStatusCode expected)
    {
        await using var cloud = await TestCloud.StartAsync();
        var page = Editor.Of(await cloud.Client.GetStringAsync("/_local/tables/notes/new"));
        var value = $"{new string('[', depth - 1)}1{new string(']', depth - 1)}";

        var response = await SaveAsync(cloud, page with { Text = $$"""{"owner":"a","at":1,"x":{{value}}}""" });

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("item?key=nonsense")]
    [InlineData("item?key=AA.AA")]
    [InlineData("delete?key=AA.AA")]
    [InlineData("item")]
    public async Task An_address_of_no_item_is_not_found(string address)
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Client.GetAsync($"/_local/tables/notes/{address}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Client.GetAsync($"/_local/tables/nowhere/{address}")).StatusCode);
    }

    [Theory]
    [InlineData("item")]
    [InlineData("delete")]
    [InlineData("new")]
    public async Task A_page_of_another_origin_changes_nothing(string page)
    {
        await using var cloud = await TestCloud.StartAsync();
        await Notes.PutAsync(cloud, "ann", 1);
        var editor = page == "new"
            ? Editor.Of(await cloud.Client.GetStringAsync("/_local/tables/notes/new"))
            : await OpenAsync(cloud, "ann", 1, page: page);

        foreach (var origin in new[] { "https://evil.example", "null", "http://localhost:1" })
        {
            var response = await SaveAsync(cloud, editor with { Text = """{"owner":"ann","at":1,"text":"evil"}""" }, origin);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        AssertJson("""{"owner":{"S":"ann"},"at":{"N":"1"}}""", await Notes.GetAsync(cloud, "ann", 1));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.PostAsync("/_local/tables/notes/new", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<Editor> OpenAsync(TestCloud cloud, string owner, int at, string more = "", string page = "item")
    {
        var table = await cloud.Client.GetStringAsync($"/_local/tables/notes?pk={owner}&sk={at}");
        var address = WebUtility.HtmlDecode(ItemLink().Match(table).Groups["address"].Value);
        return Editor.Of(await cloud.Client.GetStringAsync($"{address.Replace("/item?", $"/{page}?", StringComparison.Ordinal)}{more}"));
    }

    private static Task<HttpResponseMessage> SaveAsync(TestCloud cloud, Editor editor, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, editor.Address)
        {
            Content = new FormUrlEncodedContent([new("shown", editor.Shown), new("format", editor.Format), new("item", editor.Text)]),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return cloud.Client.SendAsync(request);
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, and it is {actual?.ToJsonString()}.");

    private sealed partial record Editor(string Address, string Shown, string Format, string Text)
    {
        public static Editor Of(string html) => new(
            Read(Action(), html), Read(ShownField(), html), Read(FormatField(), html), Read(Item(), html));

        private static string Read(Regex field, string html) => WebUtility.HtmlDecode(field.Match(html).Groups["value"].Value);

        [GeneratedRegex("""method="post" action="(?<value>[^"]+)">""")]
        private static partial Regex Action();

        [GeneratedRegex("""name="shown" value="(?<value>[^"]*)">""")]
        private static partial Regex ShownField();

        [GeneratedRegex("""name="format" value="(?<value>[^"]+)">""")]
        private static partial Regex FormatField();

        [GeneratedRegex("""<textarea[^>]*>\n(?<value>[^<]*)</textarea>""")]
        private static partial Regex Item();
    }

    [GeneratedRegex(""" href="(?<address>/_local/tables/notes/item[^"]+)">""")]
    private static partial Regex ItemLink();
}
