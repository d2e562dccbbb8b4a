using System.Text;

namespace Readme;

public sealed class Tests
{
    [Fact]
    public Task A_service_in_memory() => new Examples().Example1();

    [Fact]
    public Task A_service_with_a_fixed_clock() => new Examples().Example2();

    [Fact]
    public Task A_user_with_groups_scopes_and_claims() => new Examples().Example3();

    [Fact]
    public Task A_published_binary() => new Examples().Example4();
}

internal sealed partial class Examples
{
    private static readonly byte[] httpApiEvent = Encoding.UTF8.GetBytes(
        """
        {"version":"2.0","routeKey":"POST /todos","rawPath":"/todos","rawQueryString":"","headers":{},
         "requestContext":{"http":{"method":"POST","path":"/todos","sourceIp":"127.0.0.1"},"requestId":"1","timeEpoch":0},
         "isBase64Encoded":false}
        """);
}
