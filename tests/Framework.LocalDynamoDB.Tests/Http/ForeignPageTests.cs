using System.Net;

namespace Framework.LocalDynamoDB.Tests.Http;

/// <summary>A browser on this machine shows any page; none of them may drive the engine.</summary>
public sealed class ForeignPageTests
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_a_name_of_this_machine_is_served(string host, HttpStatusCode expected)
    {
        await using var engine = await LocalDynamoDB.StartAsync(new());

        Assert.Equal(expected, await StatusAsync(engine, HttpMethod.Get, host));
    }

    [Theory]
    [InlineData("POST", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", "null", HttpStatusCode.Forbidden)]
    [InlineData("OPTIONS", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("GET", "https://evil.example", HttpStatusCode.OK)]
    public async Task A_page_of_another_origin_cannot_write(string method, string origin, HttpStatusCode expected)
    {
        await using var engine = await LocalDynamoDB.StartAsync(new());

        Assert.Equal(expected, await StatusAsync(engine, new(method), "localhost", origin));
    }

    [Fact]
    public async Task Pages_can_where_they_are_let_in_and_the_name_is_still_checked()
    {
        await using var engine = await LocalDynamoDB.StartAsync(new() { AllowOtherOrigins = true });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(engine, HttpMethod.Options, "localhost", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(engine, HttpMethod.Options, "evil.example", "https://evil.example"));
    }

    private static async Task<HttpStatusCode> StatusAsync(LocalDynamoDB engine, HttpMethod method, string host, string? origin = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, engine.Endpoint);
        request.Headers.Host = $"{host}:{engine.Endpoint.Port}";
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return (await client.SendAsync(request)).StatusCode;
    }
}
