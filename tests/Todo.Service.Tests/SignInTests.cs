using System.Net;

namespace Todo.Service.Tests;

public sealed class SignInTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task A_scope_that_no_endpoint_requires_is_refused_with_those_that_are_known()
    {
        using var client = api.Service.As("ann", scopes: ["todos/wirte"]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync("/todos"));

        Assert.Contains("openid, email", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_the_issuer_sets_is_refused()
    {
        using var client = api.Service.As("ann", claims: new() { ["sub"] = "somebody" });

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync("/todos"));

        Assert.Contains("cannot set sub", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_scopes_and_claims_make_a_token_that_the_gateway_lets_pass()
    {
        using var client = api.Service.As(
            "ann", groups: ["admins", "caretakers"], scopes: ["openid", "email"], claims: new() { ["custom:tenant"] = "acme" });

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/todos")).StatusCode);
    }
}
