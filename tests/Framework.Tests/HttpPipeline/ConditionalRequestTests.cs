using Framework.Generated;
using Framework.Http;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

/// <summary>What a client has already, and what it may change (RFC 9110, section 13).</summary>
public sealed class ConditionalRequestTests
{
    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("if-none-match", "\"7\"", 304)]
    [InlineData("if-none-match", "W/\"7\"", 304)]
    [InlineData("if-none-match", "\"6\", \"7\"", 304)]
    [InlineData("if-none-match", "*", 304)]
    [InlineData("if-none-match", "\"8\"", 200)]
    [InlineData("if-none-match", "7", 200)]
    [InlineData("if-match", "\"7\"", 200)]
    [InlineData("if-match", "*", 200)]
    [InlineData("if-match", "\"8\"", 412)]
    [InlineData("if-match", "W/\"7\"", 412)]
    public async Task A_read_compares_what_the_client_has(string? header, string? value, int status)
    {
        await using var service = New();
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var request = new HttpApiEvent(method, "/books/7");
            if (header is not null)
                request.With(header, value!);

            var response = await service.SendAsync(request);

            Assert.Equal((status, status == 412 ? null : "\"7\""), (response.Status, response.Header("etag")));
            Assert.Equal(method == "GET" && status != 304, response.Bytes.Length > 0);
        }
    }

    [Fact]
    public async Task A_304_keeps_the_headers_that_a_cache_needs_and_none_of_the_content()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ =>
        {
            var response = Response.Text(200, "text");
            response.Headers["etag"] = "W/\"a\"";
            response.Headers["cache-control"] = "private, max-age=60";
            response.Headers["vary"] = "accept";
            response.Headers["content-location"] = "/b";
            response.Headers["Last-Modified"] = "Mon, 23 Nov 2026 20:15:00 GMT";
            response.Headers["content-language"] = "en";
            response.Cookies.Add("a=b");
            return ValueTask.FromResult(response);
        })]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("if-none-match", "\"a\""));

        Assert.Equal(304, response.Status);
        Assert.Equal(["cache-control", "content-location", "etag", "vary"], response.Headers.Keys.Order());
        Assert.Equal("a=b", response.Raw.GetProperty("cookies")[0].GetString());
        Assert.False(response.Raw.TryGetProperty("body", out _));
    }

    [Theory]
    [InlineData("POST", 200)]
    [InlineData("GET", 404)]
    public async Task What_is_no_successful_read_is_not_compared(string method, int status)
    {
        await using var service = new TestService([new TestEndpoint(method, "/a", _ =>
        {
            var response = new Response(status);
            response.Headers["etag"] = "\"a\"";
            return ValueTask.FromResult(response);
        })]);

        Assert.Equal(status, (await service.SendAsync(new HttpApiEvent(method, "/a").With("if-none-match", "*"))).Status);
    }

    [Fact]
    public async Task A_resource_that_is_not_there_has_no_tag()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", "/books/0").With("if-none-match", "*"));

        Assert.Equal((404, null), (response.Status, response.Header("etag")));
    }

    [Theory]
    [InlineData(null, 428, "precondition-required")]
    [InlineData("\"a\"", 412, "precondition-failed")]
    [InlineData("W/\"7\"", 412, "precondition-failed")]
    [InlineData("7", 400, "invalid-parameters")]
    [InlineData("*", 400, "invalid-parameters")]
    [InlineData("\"6\", \"7\"", 400, "invalid-parameters")]
    public async Task A_write_that_names_no_version_never_reaches_the_handler(string? header, int status, string kind)
    {
        await using var service = New();
        var request = new HttpApiEvent("PUT", "/books/7");
        if (header is not null)
            request.With("If-Match", header);

        var response = await service.SendAsync(request);

        Assert.Equal((status, kind), (response.Status, response.Kind));
        if (status == 400)
            Assert.Equal("Must be the ETag of one version, such as \"7\" with its quotes.", response.Json.GetProperty("errors").GetProperty("if-match")[0].GetString());
    }

    [Fact]
    public async Task A_write_gets_the_version_and_a_PUT_has_no_tag_of_its_own()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("PUT", "/books/5").With("if-match", "\"7\""));

        Assert.Equal((200, 7, "5", null), (response.Status, response.Json.GetProperty("version").GetInt32(), response.Header("x-version"), response.Header("etag")));
    }

    [Theory]
    [InlineData(null, 101)]
    [InlineData("\"7\"", 8)]
    public async Task A_version_that_may_be_left_out_is_null_then(string? header, int version)
    {
        await using var service = New();
        var request = new HttpApiEvent("PATCH", "/books/1");
        if (header is not null)
            request.With("If-Match", header);

        var response = await service.SendAsync(request);

        Assert.Equal((200, version, $"\"{version}\""), (response.Status, response.Json.GetProperty("version").GetInt32(), response.Header("etag")));
    }

    [Fact]
    public async Task A_page_may_send_the_version_and_read_the_tag()
    {
        await using var service = New(builder => builder.Cors.AllowOrigin("https://a.example"));

        var preflight = await service.SendAsync(new HttpApiEvent("OPTIONS", "/books/7")
            .With("origin", "https://a.example").With("access-control-request-method", "PUT"));
        var response = await service.SendAsync(new HttpApiEvent("GET", "/books/7").With("origin", "https://a.example"));

        Assert.Contains("if-match", preflight.Header("access-control-allow-headers"));
        Assert.Contains("etag", response.Header("access-control-expose-headers"));
    }

    private static TestService New(Action<Framework.Hosting.MicroserviceBuilder>? configure = null) =>
        new([new ReadBookEndpoint(), new ReplaceBookEndpoint(), new ChangeBookEndpoint()], configure);
}
