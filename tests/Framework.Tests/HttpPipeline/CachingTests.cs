using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

/// <summary>How long caches may keep a response, by the endpoint's own words.</summary>
public sealed class CachingTests
{
    [Theory]
    [InlineData("", 200, "public, max-age=60")]
    [InlineData("status=299", 299, "public, max-age=60")]
    [InlineData("own=no-cache", 200, "no-cache")]
    [InlineData("status=300", 300, null)]
    [InlineData("status=303", 303, null)]
    [InlineData("status=404", 404, null)]
    [InlineData("status=503", 503, null)]
    [InlineData("status=x", 400, null)]
    public async Task Only_a_success_may_be_kept(string query, int status, string? expected)
    {
        await using var service = new TestService([new ReadNewsEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/news") { Query = query });

        Assert.Equal((status, expected), (response.Status, response.Header("cache-control")));
    }

    [Fact]
    public async Task What_a_client_has_may_be_kept_on()
    {
        await using var service = new TestService([new ReadNewsEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/news").With("if-none-match", "\"1\""));

        Assert.Equal((304, "public, max-age=60"), (response.Status, response.Header("cache-control")));
    }
}
