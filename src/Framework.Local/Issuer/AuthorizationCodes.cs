using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Issuer;

/// <summary>Codes that were issued and not yet exchanged for tokens. Each works once, and within five minutes.</summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);

    /// <summary>Issues a code.</summary>
    public string Give(DevelopmentUser user, AuthorizationRequest request)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _codes)
        {
            if (entry.Expires <= now)
                _codes.TryRemove(old, out _);
        }
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = new AuthorizationCode(user, request, now + Lifetime);
        return code;
    }

    /// <summary>Redeems a code.</summary>
    /// <returns>What it stands for; null for one that was never given, is used up or too old.</returns>
    public AuthorizationCode? Take(string code) =>
        _codes.TryRemove(code, out var entry) && entry.Expires > clock.GetUtcNow() ? entry : null;
}
