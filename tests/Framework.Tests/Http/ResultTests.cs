using Framework.Description;
using Framework.Generated;
using Framework.Http;
using Framework.Tests.Service;

namespace Framework.Tests.Http;

/// <summary>Responses as types.</summary>
public sealed class ResultTests
{
    public static TheoryData<HttpResult, int, string?> Results => new()
    {
        { new NoContent(), 204, null },
        { new NotModified(), 304, null },
        { new Accepted(), 202, null },
        { new Accepted("/jobs/1"), 202, "/jobs/1" },
        { new MovedPermanently("/a"), 301, "/a" },
        { new Found("/a"), 302, "/a" },
        { new SeeOther("/a"), 303, "/a" },
        { new TemporaryRedirect("/a"), 307, "/a" },
        { new PermanentRedirect("https://a.example/ä"), 308, "https://a.example/ä" },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public async Task A_result_is_its_status_and_place_without_a_body(HttpResult result, int status, string? location)
    {
        var response = await SendAsync(result);

        Assert.Equal((status, location), (response.Status, response.Header("location")));
        Assert.False(response.Raw.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_result_with_a_line_break_in_its_place_is_a_500_and_never_a_header()
    {
        var response = await SendAsync(new SeeOther("/a\r\nset-cookie: b=1"));

        Assert.Equal((500, null), (response.Status, response.Header("location")));
    }

    [Fact]
    public async Task Headers_and_cookies_of_a_result_are_sent()
    {
        var response = await SendAsync(new NoContent
        {
            Headers = { ["x-a"] = "b" },
            Cookies = { new ResponseCookie("theme", "dark") { HttpOnly = false } },
        });

        Assert.Equal((204, "b"), (response.Status, response.Header("x-a")));
        Assert.Equal("theme=dark; Path=/; Secure; SameSite=Lax", response.Raw.GetProperty("cookies")[0].GetString());
    }

    [Theory]
    [InlineData("book", 201, "{\"title\":\"Emma\",\"version\":7}")]
    [InlineData("text", 200, "\"text\"")]
    [InlineData("queue", 303, "")]
    [InlineData("done", 204, "")]
    public async Task A_handler_returns_one_of_several_responses(string what, int status, string body)
    {
        await using var service = new TestService([new BorrowEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("POST", $"/borrow/{what}"));

        Assert.Equal((status, body), (response.Status, response.Body));
        Assert.Equal(what == "book" ? "\"7\"" : null, response.Header("etag"));
        Assert.Equal(what == "text" ? ("b", "application/vnd.text+json") : (null, what == "book" ? "application/json" : null), (response.Header("x-a"), response.Header("content-type")));
        Assert.Equal(what == "queue", response.Raw.TryGetProperty("cookies", out _));
    }

    [Fact]
    public async Task None_of_several_responses_is_a_404()
    {
        await using var service = new TestService([new BorrowEndpoint()]);

        Assert.Equal(404, (await service.SendAsync(new HttpApiEvent("POST", "/borrow/what"))).Status);
    }

    [Fact]
    public void The_description_lists_each_response()
    {
        var description = new BorrowEndpoint().Description;

        Assert.Equal((201, typeof(Book)), (description.StatusCode, description.ResponseType));
        Assert.Equal(
            [new ResponseDescription(200, typeof(string)), new ResponseDescription(303, null), new ResponseDescription(204, null)],
            description.OtherResponses);
    }

    private static async Task<ClientResponse> SendAsync(HttpResult result)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", context => ValueTask.FromResult(context.Result(result)))]);
        return await service.SendAsync(new HttpApiEvent("GET", "/a"));
    }
}
