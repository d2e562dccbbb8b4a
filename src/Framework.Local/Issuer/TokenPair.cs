using System.Text.Json;

namespace Framework.Local.Issuer;

/// <summary>The tokens of one sign-in.</summary>
internal sealed record TokenPair(string Access, string Id, string Scope)
{
    /// <summary>Writes the response of a token endpoint (RFC 6749, section 5.1).</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("access_token"u8, Access);
        json.WriteString("id_token"u8, Id);
        json.WriteNumber("expires_in"u8, (int)LocalIssuer.Lifetime.TotalSeconds);
        json.WriteString("token_type"u8, "Bearer"u8);
        json.WriteString("scope"u8, Scope);
        json.WriteEndObject();
    }
}
