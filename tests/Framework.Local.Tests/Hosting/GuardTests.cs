using System.Net;

namespace Framework.Local.Tests.Hosting;

public sealed class GuardTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.7")]
    public async Task A_name_that_is_not_this_machines_own_is_refused(string host)
    {
        await using var cloud = await TestCloud.StartAsync();
        foreach (var path in new[] { "/open", "/_local/.well-known/jwks.json", "/" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = $"{host}:{cloud.Address.Port}";

            Assert.Equal(HttpStatusCode.Forbidden, (await cloud.Client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("LOCALHOST")]
    public async Task Every_name_of_this_machine_is_served(string host)
    {
        await using var cloud = await TestCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/open");
        request.Headers.Host = $"{host}:{cloud.Address.Port}";

        Assert.Equal(HttpStatusCode.OK, (await cloud.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task A_page_of_another_origin_cannot_drive_the_issuer_or_the_tables(string origin, HttpStatusCode expected)
    {
        await using var cloud = await TestCloud.StartAsync();
        using var token = new HttpRequestMessage(HttpMethod.Post, "/_local/token")
        {
            Content = new FormUrlEncodedContent([new("username", "alice")]),
        };
        using var tables = new HttpRequestMessage(HttpMethod.Post, "/_local/dynamodb") { Content = new StringContent("{}") };
        foreach (var request in new[] { token, tables }.Where(_ => origin.Length > 0))
            request.Headers.Add("Origin", origin);

        Assert.Equal(expected, (await cloud.Client.SendAsync(token)).StatusCode);
        Assert.Equal(expected == HttpStatusCode.Forbidden, (await cloud.Client.SendAsync(tables)).StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_services_own_page_may_call_the_issuer()
    {
        await using var cloud = await TestCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_local/token")
        {
            Content = new FormUrlEncodedContent([new("username", "alice")]),
        };
        request.Headers.Add("Origin", cloud.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await cloud.Client.SendAsync(request)).StatusCode);
    }
}
