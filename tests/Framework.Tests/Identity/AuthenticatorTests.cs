using System.Text;
using Framework.Description;
using Framework.Http;
using Framework.Identity;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Identity;

/// <summary>Who calls, where the gateway names nobody.</summary>
public sealed class AuthenticatorTests
{
    private static readonly AccessPolicy Closed = new(false, [], []);

    [Theory]
    [InlineData("first", 200, "first")]
    [InlineData("second", 200, "second")]
    [InlineData("third", 401, null)]
    [InlineData(null, 401, null)]
    public async Task The_first_authenticator_that_finds_a_caller_counts(string? proof, int status, string? caller)
    {
        await using var service = New(services => services
            .AddSingleton<IAuthenticator>(new ProofReader("first"))
            .AddSingleton<IAuthenticator>(new ProofReader("second")));
        var request = new HttpApiEvent("GET", "/a");
        if (proof is not null)
            request.With("x-proof", proof);

        var response = await service.SendAsync(request);

        Assert.Equal(status, response.Status);
        if (caller is not null)
            Assert.Equal(caller, response.Body);
    }

    [Fact]
    public async Task Whom_the_gateway_names_is_not_asked_again()
    {
        await using var service = New(services => services.AddSingleton<IAuthenticator>(new ProofReader("first")));

        Assert.Equal("user-1", (await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1").With("x-proof", "first"))).Body);
    }

    [Theory]
    [InlineData(false, null, 401, null)]
    [InlineData(true, null, 200, "CN=device-7")]
    [InlineData(false, "first", 200, "first")]
    [InlineData(true, "first", 200, "first")]
    public async Task A_certificate_is_enough_where_the_service_says_so_and_behind_any_other_proof(
        bool isEnough, string? proof, int status, string? caller)
    {
        await using var service = New(
            services => services.AddSingleton<IAuthenticator>(new ProofReader("first")), isEnough);
        var payload = $$$$$"""
            {"version":"2.0","rawPath":"/a","headers":{"x-proof":"{{{{{proof}}}}}"},
             "requestContext":{"http":{"method":"GET"},"authentication":{"clientCert":{"subjectDN":"CN=device-7"}}}}
            """;

        var response = await service.SendAsync(Encoding.UTF8.GetBytes(payload));

        Assert.Equal(status, response.Status);
        if (caller is not null)
            Assert.Equal($"{caller}", response.Body);
    }

    private static TestService New(Action<IServiceCollection> services, bool trustsCertificates = false) => new(
        [new TestEndpoint("GET", "/a", context => ValueTask.FromResult(Response.Text(200, context.Caller.Id)), Closed)],
        builder => builder.TrustsClientCertificates = trustsCertificates,
        services);

    private sealed class ProofReader(string known) : IAuthenticator
    {
        public ValueTask<Caller> AuthenticateAsync(Request request, CancellationToken cancellation) => ValueTask.FromResult(
            request.Headers["x-proof"] == known ? Caller.FromClaims(Encoding.UTF8.GetBytes($$"""{"sub":"{{known}}"}""")) : Caller.Anonymous);
    }
}
