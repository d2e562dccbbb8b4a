using System.Text.Json;

namespace Framework.Identity;

/// <summary>Who calls, as the gateway's authorizer found out. Nothing that the client itself claims is in it.</summary>
public sealed class Caller
{
    private readonly ReadOnlyMemory<byte> _claims;

    private Caller(ReadOnlyMemory<byte> claims, string id)
    {
        _claims = claims;
        Id = id;
    }

    /// <summary>A caller without a token.</summary>
    public static Caller Anonymous { get; } = new(default, "");

    /// <summary>The caller's id: the token's <c>sub</c>. Empty for an anonymous caller.</summary>
    public string Id { get; }

    /// <summary>Whether the gateway authenticated the caller.</summary>
    public bool IsAuthenticated => Id.Length > 0;

    /// <summary>The user name: <c>username</c> in a Cognito access token, <c>cognito:username</c> in an id token.</summary>
    public string? Username => Claim("username") ?? Claim("cognito:username");

    /// <summary>What the token is for, <c>access</c> or <c>id</c>: Cognito's <c>token_use</c>.</summary>
    public string? TokenUse => Claim("token_use");

    /// <summary>The Cognito groups that the caller is in: <c>cognito:groups</c>. The gateway writes them as
    /// <c>[a b]</c>, so one group whose name holds a space, which another issuer may have, looks like two groups.</summary>
    public IReadOnlyList<string> Groups => field ??= ClaimText.List(Claim("cognito:groups"));

    /// <summary>The OAuth 2.0 scopes that the token grants: <c>scope</c>.</summary>
    public IReadOnlyList<string> Scopes => field ??= ClaimText.List(Claim("scope"));

    /// <summary>A caller with the claims of a verified token.</summary>
    /// <param name="claims">A JSON object of claims; it is copied.</param>
    /// <returns>The caller; the anonymous one where the claims name nobody.</returns>
    public static Caller FromClaims(ReadOnlySpan<byte> claims)
    {
        var copy = claims.ToArray();
        var id = Find(copy, "sub");
        return string.IsNullOrWhiteSpace(id) ? Anonymous : new Caller(copy, id);
    }

    /// <summary>A claim's value as text; a number, boolean, array or object as the gateway wrote it.</summary>
    /// <param name="name">The claim's name.</param>
    /// <returns>The value; null where the token has no such claim, or one that is not valid Unicode.</returns>
    public string? Claim(string name) => _claims.IsEmpty ? null : Find(_claims.Span, name);

    // A text that is not valid Unicode grants nothing: the claim counts as absent.
    private static string? Find(ReadOnlySpan<byte> claims, string name)
    {
        try
        {
            return FindText(claims, name);
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    private static string? FindText(ReadOnlySpan<byte> claims, string name)
    {
        var reader = new Utf8JsonReader(claims);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return TextOf(ref reader, claims);
            reader.Skip();
        }
        return null;
    }

    private static string? TextOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> claims)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            return reader.GetString();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return System.Text.Encoding.UTF8.GetString(claims[start..(int)reader.BytesConsumed]);
    }
}
