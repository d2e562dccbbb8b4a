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

    [Fact]
    public async Task Where_a_proof_cannot_be_checked_an_open_endpoint_serves_an_anonymous_caller_and_a_closed_one_does_not()
    {
        static ValueTask<Response> Show(Framework.Generated.CallContext context) => new(Response.Text(200, $"{context.Caller.AuthenticationType} {context.Caller.Id}"));
        await using var service = new TestService(
            [new TestEndpoint("GET", "/open", Show), new TestEndpoint("GET", "/closed", Show, Closed)],
            services: services => services.AddSingleton<IAuthenticator>(new Unreachable()).AddSingleton<IAuthenticator>(new ProofReader("second")));

        var open = await service.SendAsync(new HttpApiEvent("GET", "/open"));
        var other = await service.SendAsync(new HttpApiEvent("GET", "/open").With("x-proof", "second"));
        var closed = await service.SendAsync(new HttpApiEvent("GET", "/closed").With("x-proof", "second"));

        Assert.Equal([(200, "None "), (200, "Token second")], new[] { open, other }.Select(response => (response.Status, response.Body)));
        Assert.Equal((503, "issuer-unavailable"), (closed.Status, closed.Kind));
        Assert.Equal(["WARN", "WARN", "ERROR"], service.Logs.Select(log => log.GetProperty("level").GetString()));
    }

    private sealed class Unreachable : IAuthenticator
    {
        public ValueTask<Caller> AuthenticateAsync(Request request, CancellationToken cancellation) =>
            throw new Framework.Problems.ProblemException(new Framework.Problems.Problem(503, "issuer-unavailable", "Token issuer unavailable"));
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
