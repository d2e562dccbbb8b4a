using System.Text.Json;

namespace Framework.Local.Issuer;

/// <summary>Why the issuer refuses (RFC 6749, sections 4.1.2.1 and 5.2).</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Description">What is wrong and what would be right. Never holds what the client sent.</param>
internal sealed record OAuthError(string Code, string Description)
{
    public static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthError InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuthError InvalidScope(string description) => new("invalid_scope", description);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, Code);
        json.WriteString("error_description"u8, Description);
        json.WriteEndObject();
    }
}
