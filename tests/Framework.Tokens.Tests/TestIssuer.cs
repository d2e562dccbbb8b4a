using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Tokens.Tests;

/// <summary>An issuer on a port of this machine, whose keys a test changes.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private int _reads;

    private TestIssuer(WebApplication web) => _web = web;

    public string Address => _web.Urls.First();

    /// <summary>How often the keys were read.</summary>
    public int Reads => _reads;

    public RSA Rsa { get; } = RSA.Create(2048);

    public ECDsa Ecdsa { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; set; } = "key-1";

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var issuer = new TestIssuer(web);
        web.MapGet("/.well-known/openid-configuration", http => http.Response.WriteAsync(
            $$"""{"issuer":"{{issuer.Address}}","jwks_uri":"{{issuer.Address}}/keys"}"""));
        web.MapGet("/keys", http =>
        {
            Interlocked.Increment(ref issuer._reads);
            return http.Response.WriteAsync(issuer.Keys());
        });
        await web.StartAsync();
        return issuer;
    }

    /// <summary>A token with these claims on top of valid ones; a null removes a claim.</summary>
    public string Token(Dictionary<string, object?>? claims = null, string algorithm = "RS256", string? keyId = null, byte[]? secret = null)
    {
        var all = new Dictionary<string, object?>
        {
            ["iss"] = Address,
            ["sub"] = "user-1",
            ["client_id"] = "client-1",
            ["token_use"] = "access",
            ["exp"] = Clock.Now.AddMinutes(5).ToUnixTimeSeconds(),
            ["cognito:groups"] = new[] { "admins", "with space" },
        };
        foreach (var (name, value) in claims ?? [])
            all[name] = value;
        var header = JsonSerializer.Serialize(new { alg = algorithm, kid = keyId ?? KeyId, typ = "JWT" });
        var payload = JsonSerializer.Serialize(all.Where(claim => claim.Value is not null).ToDictionary());
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = algorithm switch
        {
            "RS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "PS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "RS512" => Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "ES256" => Ecdsa.SignData(bytes, HashAlgorithmName.SHA256),
            "HS256" => HMACSHA256.HashData(secret!, bytes),
            _ => [],
        };
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    /// <summary>A token whose header and claims are these texts.</summary>
    public string Signed(string header, string claims)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        return $"{text}.{Base64UrlEncoder.Encode(Rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Rsa.Dispose();
        Ecdsa.Dispose();
    }

    private string Keys()
    {
        var rsa = Rsa.ExportParameters(includePrivateParameters: false);
        var ecdsa = Ecdsa.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new
        {
            keys = new object[]
            {
                new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent) },
                new { kty = "EC", crv = "P-256", use = "sig", kid = $"{KeyId}-ec", x = Base64UrlEncoder.Encode(ecdsa.Q.X), y = Base64UrlEncoder.Encode(ecdsa.Q.Y) },
            },
        });
    }
}
