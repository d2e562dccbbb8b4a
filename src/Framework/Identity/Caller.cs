using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Framework.Identity;

/// <summary>Who calls, as the gateway found out. Nothing that the client itself claims is in it.</summary>
public sealed class Caller
{
    private readonly ReadOnlyMemory<byte> _claims;

    private Caller(AuthenticationType type, ReadOnlyMemory<byte> claims, string id)
    {
        AuthenticationType = type;
        _claims = claims;
        Id = id;
    }

    /// <summary>A caller who is not authenticated.</summary>
    public static Caller Anonymous { get; } = new(AuthenticationType.None, default, "");

    /// <summary>The caller's id; empty for an anonymous caller. It is the <c>sub</c> of a token and of a signed-in user of a user
    /// pool who comes through an identity pool (without a user pool: the identity's id), the <c>sub</c> in a Lambda
    /// authorizer's context or else its <c>principalId</c>, the ARN of an IAM identity, the subject of a certificate where that is enough.</summary>
    public string Id { get; }

    /// <summary>Whether the caller is authenticated.</summary>
    public bool IsAuthenticated => Id.Length > 0;

    /// <summary>How the caller proved who they are.</summary>
    public AuthenticationType AuthenticationType { get; }

    /// <summary>The client certificate of a connection with mutual TLS, next to any other proof; null where there is none.</summary>
    public ClientCertificate? Certificate { get; private init; }

    /// <summary>The user name: <c>username</c> in a Cognito access token, <c>cognito:username</c> in an id token.</summary>
    public string? Username => Claim("username") ?? Claim("cognito:username");

    /// <summary>What the token is for, <c>access</c> or <c>id</c>: Cognito's <c>token_use</c>.</summary>
    public string? TokenUse => Claim("token_use");

    /// <summary>The Cognito groups that the caller is in: <c>cognito:groups</c>. An HTTP API writes them as <c>[a b]</c>, so one
    /// group whose name holds a space, which another issuer may have, looks like two groups. A REST API writes them as <c>a,b</c>,
    /// so there a group whose name holds a comma looks like two.</summary>
    public IReadOnlyList<string> Groups => field ??= ClaimText.List(Claim("cognito:groups"), GroupSeparator);

    /// <summary>The OAuth 2.0 scopes that the token grants: <c>scope</c>, or <c>scp</c> of issuers that name it so.</summary>
    public IReadOnlyList<string> Scopes => field ??= ClaimText.List(Claim("scope") ?? Claim("scp"), ' ');

    private char GroupSeparator { get; init; } = ' ';

    /// <summary>A caller with the claims of a verified token.</summary>
    /// <param name="claims">A JSON object of claims; it is copied.</param>
    /// <returns>The caller; the anonymous one where the claims name nobody.</returns>
    public static Caller FromClaims(ReadOnlySpan<byte> claims) => Create(AuthenticationType.Token, Find(claims, "sub"), claims);

    /// <summary>A claim's value as text; a number, boolean, array or object as the gateway wrote it.</summary>
    /// <param name="name">The claim's name: of a token, of a Lambda authorizer's context, or a field of an IAM identity
    /// (<c>accountId</c>, <c>userArn</c>, <c>userId</c>, <c>callerId</c>, <c>accessKey</c>, <c>principalOrgId</c>,
    /// <c>identityId</c>, <c>identityPoolId</c>).</param>
    /// <returns>The value; null where there is no such claim, or one that is not valid Unicode.</returns>
    public string? Claim(string name) => _claims.IsEmpty ? null : Find(_claims.Span, name);

    /// <summary>A claim's value as a number, a boolean or any other type that reads itself. Gateways write many of them as text.
    /// </summary>
    /// <param name="name">The claim's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is such a claim, and it is of that type.</returns>
    public bool TryGetClaim<T>(string name, [MaybeNullWhen(false)] out T value) where T : IParsable<T> =>
        T.TryParse(Claim(name), CultureInfo.InvariantCulture, out value);

    /// <summary>A caller whom a Lambda authorizer let pass, with the authorizer's context as claims.</summary>
    internal static Caller FromContext(ReadOnlySpan<byte> context) =>
        Create(AuthenticationType.LambdaAuthorizer, Find(context, "sub") ?? Find(context, "principalId"), context);

    /// <summary>A caller; the anonymous one where the id names nobody.</summary>
    internal static Caller Create(AuthenticationType type, string? id, ReadOnlySpan<byte> claims) =>
        string.IsNullOrWhiteSpace(id) ? Anonymous : new Caller(type, claims.ToArray(), id);

    /// <summary>A caller with the claims of a token that a REST API verified: it joins several groups by commas.</summary>
    internal static Caller FromRestClaims(ReadOnlySpan<byte> claims) =>
        FromClaims(claims) is { IsAuthenticated: true } caller ? new Caller(caller.AuthenticationType, caller._claims, caller.Id) { GroupSeparator = ',' } : Anonymous;

    /// <summary>The same caller with a client certificate.</summary>
    internal Caller With(ClientCertificate? certificate) => certificate is null
        ? this
        : new Caller(AuthenticationType, _claims, Id) { GroupSeparator = GroupSeparator, Certificate = certificate };

    /// <summary>The caller whom a client certificate alone names; anonymous where there is none.</summary>
    internal Caller ByCertificate() => Certificate is null
        ? this
        : new Caller(AuthenticationType.Certificate, default, Certificate.SubjectDn) { Certificate = Certificate };

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
