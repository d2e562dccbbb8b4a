using System.Text.Json;

namespace Framework.Local.Gateway;

/// <summary>A caller whom the service's Lambda authorizer let pass.</summary>
/// <param name="PrincipalId">Who it is; empty where the authorizer does not say.</param>
/// <param name="Context">What else the authorizer says, in its order.</param>
internal sealed record AuthorizedCaller(string PrincipalId, IReadOnlyList<KeyValuePair<string, JsonElement>> Context)
{
    /// <summary>Writes the context; a REST API writes each value as text.</summary>
    public void WriteContext(Utf8JsonWriter json, bool asText)
    {
        foreach (var (name, value) in Context)
        {
            if (asText)
            {
                json.WriteString(name, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
            }
            else
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }
    }
}
