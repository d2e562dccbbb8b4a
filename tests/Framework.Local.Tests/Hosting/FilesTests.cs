using System.Net;

namespace Framework.Local.Tests.Hosting;

public sealed class FilesTests
{
    [Fact]
    public async Task The_page_is_served_where_no_endpoint_is_and_is_asked_for_again_each_time()
    {
        await using var cloud = await TestCloud.StartAsync();

        var page = await cloud.Client.GetAsync("/");
        var script = await cloud.Client.GetAsync("/script.js");

        Assert.Equal("<p>page</p>", (await page.Content.ReadAsStringAsync()).Trim());
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.True(page.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task An_endpoint_comes_before_a_file_of_its_name()
    {
        await using var cloud = await TestCloud.StartAsync();

        Assert.StartsWith("{", await cloud.Client.GetStringAsync("/open"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../TestService.cs")]
    [InlineData("/..%2fFramework.Local.Tests.dll")]
    [InlineData("/missing.html")]
    public async Task What_is_not_among_the_files_goes_to_the_service(string path)
    {
        await using var cloud = await TestCloud.StartAsync();

        var response = await cloud.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }
}
