using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Framework.Dispatch;
using Framework.Identity;
using Framework.Problems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tokens.Tests;

public sealed class LoadBalancerSignInTests : IDisposable
{
    private const string Arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188";
    private const string KeyId = "0b3ad5f5-6f2a-4d2c-9d3e-3f6f1f0c1c1a";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly FakeTimeProvider _clock = new(Clock.Now);
    private readonly KeyServer _server = new();
    private readonly LoadBalancerSignIn _signIn;

    public LoadBalancerSignInTests()
    {
        _server.Keys[KeyId] = _key.ExportSubjectPublicKeyInfoPem();
        _signIn = new LoadBalancerSignIn(
            Arn, new LoadBalancerKeys(new HttpClient(_server), new Uri("https://keys.example.com/"), _clock), _clock, NullLogger.Instance);
    }

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public async Task A_user_whom_the_load_balancer_signed_in_is_the_caller(string name)
    {
        var caller = await CallerAsync(Token(claims: new() { ["sub"] = "user-1", ["name"] = name }));

        Assert.Equal(("user-1", AuthenticationType.Token, name), (caller.Id, caller.AuthenticationType, caller.Claim("name")));
    }

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "HS256")]
    [InlineData("signer", "arn:aws:elasticloadbalancing:eu-central-1:999999999999:loadbalancer/app/evil/1")]
    [InlineData("signer", null)]
    [InlineData("kid", "00000000-0000-0000-0000-000000000000")]
    [InlineData("kid", "../keys/other")]
    [InlineData("kid", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "soon")]
    public async Task A_signature_counts_only_of_this_load_balancer_and_in_its_time(string field, string? value) =>
        Assert.False((await CallerAsync(Token(new() { [field] = value }))).IsAuthenticated);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-60, false)]
    public async Task A_header_ends_with_its_time(int seconds, bool isValid) =>
        Assert.Equal(isValid, (await CallerAsync(Token(new() { ["exp"] = Clock.Now.AddSeconds(seconds).ToUnixTimeSeconds() }))).IsAuthenticated);

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30=.e30=.e30=")]
    [InlineData("ä.ö.ü")]
    public async Task What_is_not_signed_text_names_nobody(string token) =>
        Assert.False((await CallerAsync(token)).IsAuthenticated);

    [Fact]
    public async Task Changed_claims_name_nobody()
    {
        var parts = Token().Split('.');
        parts[1] = Padded(Encoding.UTF8.GetBytes("""{"sub":"admin"}"""));

        Assert.False((await CallerAsync(string.Join('.', parts))).IsAuthenticated);
    }

    [Fact]
    public async Task The_header_counts_only_behind_a_load_balancer()
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = "2.0",
            routeKey = "$default",
            rawPath = "/",
            headers = new Dictionary<string, string> { ["x-amzn-oidc-data"] = Token() },
            requestContext = new { http = new { method = "GET" } },
        });

        Assert.False((await AuthenticateAsync(payload)).IsAuthenticated);
    }

    [Fact]
    public async Task A_key_is_read_once_and_unknown_keys_a_few_times_a_minute()
    {
        for (var index = 0; index < 3; index++)
            Assert.True((await CallerAsync(Token())).IsAuthenticated);
        Assert.Equal(1, _server.Reads);

        for (var index = 0; index < 20; index++)
            await CallerAsync(Token(new() { ["kid"] = Guid.NewGuid().ToString() }));
        Assert.Equal(4, _server.Reads);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await CallerAsync(Token(new() { ["kid"] = Guid.NewGuid().ToString(), ["exp"] = Clock.Now.AddHours(1).ToUnixTimeSeconds() }));
        Assert.Equal(5, _server.Reads);
    }

    [Fact]
    public async Task A_stream_of_made_up_keys_keeps_no_new_key_from_being_found()
    {
        for (var index = 0; index < 200; index++)
            await CallerAsync(Token(new() { ["kid"] = Guid.NewGuid().ToString() }));

        var isFound = false;
        for (var request = 0; request < 5 && !isFound; request++)
        {
            isFound = (await CallerAsync(Token())).IsAuthenticated;
            for (var index = 0; index < 20; index++)
                await CallerAsync(Token(new() { ["kid"] = Guid.NewGuid().ToString() }));
        }

        Assert.True(isFound);
        Assert.Equal(5, _server.Reads);
    }

    [Fact]
    public async Task The_last_read_of_a_minute_is_not_for_an_id_that_was_asked_for_once()
    {
        for (var index = 0; index < 10; index++)
            await CallerAsync(Token(new() { ["kid"] = Guid.NewGuid().ToString() }));
        Assert.Equal(4, _server.Reads);

        await CallerAsync(Token());
        Assert.Equal(4, _server.Reads);
        await CallerAsync(Token());
        Assert.Equal(5, _server.Reads);
    }

    [Fact]
    public async Task A_name_that_stands_twice_names_nobody()
    {
        Assert.False((await CallerAsync(Signed("""{"sub":"user-1","sub":"admin"}"""))).IsAuthenticated);
        Assert.False((await CallerAsync(Signed("""{"sub":"user-1","a":{"b":1,"b":2}}"""))).IsAuthenticated);
        Assert.True((await CallerAsync(Signed("""{"sub":"user-1","a":{"b":1},"b":2}"""))).IsAuthenticated);
    }

    [Fact]
    public async Task Where_the_keys_cannot_be_read_the_request_may_be_tried_again()
    {
        _server.IsDown = true;

        Assert.Equal(503, (await Assert.ThrowsAsync<ProblemException>(() => CallerAsync(Token()))).Problem.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("arn:aws:lambda:eu-central-1:1:function:f")]
    [InlineData("arn:aws:elasticloadbalancing:evil.example.com/:1:loadbalancer/app/a/1")]
    public void What_is_not_a_load_balancer_s_ARN_is_refused(string arn) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLoadBalancerSignIn(arn));

    private string Token(Dictionary<string, object?>? header = null, Dictionary<string, object?>? claims = null)
    {
        var all = new Dictionary<string, object?>
        {
            ["typ"] = "JWT",
            ["kid"] = KeyId,
            ["alg"] = "ES256",
            ["iss"] = "https://issuer.example.com",
            ["client"] = "client-1",
            ["signer"] = Arn,
            ["exp"] = Clock.Now.AddMinutes(2).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in header ?? [])
            all[name] = value;
        var text = $"{Padded(JsonSerializer.SerializeToUtf8Bytes(all))}.{Padded(JsonSerializer.SerializeToUtf8Bytes(claims ?? new() { ["sub"] = "user-1" }))}";
        return $"{text}.{Padded(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    private string Signed(string claims)
    {
        var text = $"{Token().Split('.')[0]}.{Padded(Encoding.UTF8.GetBytes(claims))}";
        return $"{text}.{Padded(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    private static string Padded(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');

    private Task<Caller> CallerAsync(string token) => AuthenticateAsync(JsonSerializer.SerializeToUtf8Bytes(new
    {
        requestContext = new { elb = new { targetGroupArn = "arn" } },
        httpMethod = "GET",
        path = "/",
        headers = new Dictionary<string, string> { ["x-amzn-oidc-data"] = token, ["x-amzn-oidc-identity"] = "admin" },
    }));

    private async Task<Caller> AuthenticateAsync(byte[] payload)
    {
        using var read = Dispatcher.CodecOf(EventShapes.Of(payload)).Decode(payload);
        return await _signIn.AuthenticateAsync(read.Request, TestContext.Current.CancellationToken);
    }

    private sealed class KeyServer : HttpMessageHandler
    {
        public Dictionary<string, string> Keys { get; } = [];

        public int Reads { get; private set; }

        public bool IsDown { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Reads++;
            if (IsDown)
                throw new HttpRequestException("The server is down.");
            return Task.FromResult(Keys.TryGetValue(request.RequestUri!.AbsolutePath[1..], out var key)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(key) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
