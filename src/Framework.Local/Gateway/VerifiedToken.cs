using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Gateway;

/// <summary>A token that the authorizer accepted.</summary>
internal sealed class VerifiedToken(JsonWebToken token)
{
    /// <summary>The name of its user, for people to read.</summary>
    public string Name => Claim("username") ?? Claim("cognito:username") ?? token.Subject;

    /// <summary>Writes the claims: every value is text. An array is <c>[a b]</c> in an HTTP API and <c>a,b</c> in a REST API.
    /// </summary>
    /// <remarks>HTTP APIs are measured in <see href="https://github.com/floci-io/floci/pull/2011"/>.</remarks>
    /// <param name="json">The event.</param>
    /// <param name="joinsByComma">Whether arrays are joined by commas.</param>
    public void WriteClaims(Utf8JsonWriter json, bool joinsByComma)
    {
        json.WriteStartObject();
        WriteEach(json, joinsByComma);
        json.WriteEndObject();
    }

    /// <summary>Writes the claims as a Lambda authorizer that passes them on writes its context: who calls, and each claim as text.
    /// </summary>
    public void WriteContext(Utf8JsonWriter json)
    {
        json.WriteString("principalId"u8, token.Subject);
        WriteEach(json, joinsByComma: false);
    }

    private void WriteEach(Utf8JsonWriter json, bool joinsByComma)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        foreach (var claim in payload.RootElement.EnumerateObject())
            json.WriteString(claim.Name, joinsByComma && claim.Value.ValueKind == JsonValueKind.Array
                ? string.Join(',', claim.Value.EnumerateArray().Select(Text))
                : Text(claim.Value));
    }

    private string? Claim(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => new StringBuilder("[")
            .AppendJoin(' ', value.EnumerateArray().Select(Text))
            .Append(']')
            .ToString(),
        _ => value.GetRawText(),
    };
}
