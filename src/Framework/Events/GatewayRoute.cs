using System.Text.Json;

namespace Framework.Events;

/// <summary>Puts back together what an HTTP API has taken apart: it decodes the path, so that the slash inside a
/// parameter's value looks like a segment's end. But it has matched its route before, and says what stood where.</summary>
/// <remarks>A slash gets there as <c>%252F</c>, for the gateway decodes once before it matches and again before it calls
/// the function; <c>%2F</c> is a slash to its routes as well. Measured by others, see the captures of
/// <see href="https://github.com/hotsock/voker/pull/8"/>.</remarks>
internal static class GatewayRoute
{
    /// <summary>The path with each parameter's value escaped.</summary>
    /// <param name="routeKey">The gateway's route, <c>GET /todos/{id}</c>.</param>
    /// <param name="pathParameters">The JSON object of the parameters' decoded values.</param>
    /// <param name="path">The decoded path.</param>
    /// <returns>The escaped path; null where route and values do not give the decoded one.</returns>
    public static string? Escape(string routeKey, ReadOnlySpan<byte> pathParameters, string path)
    {
        var template = routeKey[(routeKey.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var json = new Utf8JsonReader(pathParameters);
        using var values = JsonDocument.ParseValue(ref json);
        var (decoded, escaped) = (template, template);
        foreach (var parameter in values.RootElement.EnumerateObject())
        {
            var value = parameter.Value.GetString() ?? "";
            var whole = Uri.EscapeDataString(value);
            decoded = Fill(decoded, parameter.Name, value, value);
            escaped = Fill(escaped, parameter.Name, whole, whole.Replace("%2F", "/", StringComparison.Ordinal));
        }
        return decoded == path ? escaped : null;
    }

    private static string Fill(string template, string name, string segment, string rest) => template
        .Replace($"{{{name}}}", segment, StringComparison.Ordinal)
        .Replace($"{{{name}+}}", rest, StringComparison.Ordinal);
}
