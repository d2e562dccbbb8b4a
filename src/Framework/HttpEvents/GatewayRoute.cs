using System.Text;
using System.Text.Json;

namespace Framework.HttpEvents;

/// <summary>Restores a path that an HTTP API has decoded. In a decoded path, a slash inside a parameter's value looks like
/// the end of a segment. But the gateway has matched its route before, and sends the values of the parameters.</summary>
/// <remarks>A client sends such a slash as <c>%252F</c>, because the gateway decodes once before it matches and again
/// before it calls the function; <c>%2F</c> is a slash to its routes as well. Measured by others, see the captures of
/// <see href="https://github.com/hotsock/voker/pull/8"/>.</remarks>
internal static class GatewayRoute
{
    /// <summary>The path with each parameter's value escaped. One pass over the route's segments: a value is compared
    /// with the path and copied, and never read as a template.</summary>
    /// <param name="routeKey">The gateway's route, <c>GET /todos/{id}</c>.</param>
    /// <param name="pathParameters">The JSON object of the parameters' decoded values.</param>
    /// <param name="path">The decoded path.</param>
    /// <returns>The escaped path; null where route and values do not give the decoded one.</returns>
    public static string? Escape(string routeKey, ReadOnlySpan<byte> pathParameters, string path)
    {
        var template = routeKey.AsSpan(routeKey.IndexOf(' ', StringComparison.Ordinal) + 1);
        var values = Read(pathParameters);
        var escaped = new StringBuilder(path.Length);
        var rest = path.AsSpan();
        foreach (var range in template.Split('/'))
        {
            if (range.Start.Value > 0 && !Take(ref rest, "/"))
                return null;
            if (range.Start.Value > 0)
                escaped.Append('/');
            var segment = template[range];
            var name = NameOf(segment, out var isGreedy);
            var text = name is null ? segment.ToString() : values.GetValueOrDefault(name);
            if (text is null || !Take(ref rest, text))
                return null;
            escaped.Append(name is null ? text : EscapeValue(text, isGreedy));
        }
        return rest.IsEmpty ? escaped.ToString() : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, string text)
    {
        if (!rest.StartsWith(text, StringComparison.Ordinal))
            return false;
        rest = rest[text.Length..];
        return true;
    }

    private static string EscapeValue(string value, bool keepsSlashes)
    {
        var escaped = Uri.EscapeDataString(value);
        return keepsSlashes ? escaped.Replace("%2F", "/", StringComparison.Ordinal) : escaped;
    }

    private static string? NameOf(ReadOnlySpan<char> segment, out bool isGreedy)
    {
        isGreedy = segment.EndsWith("+}", StringComparison.Ordinal);
        return segment is ['{', .., '}'] ? segment[1..^(isGreedy ? 2 : 1)].ToString() : null;
    }

    private static Dictionary<string, string> Read(ReadOnlySpan<byte> pathParameters)
    {
        var json = new Utf8JsonReader(pathParameters);
        using var parameters = JsonDocument.ParseValue(ref json);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters.RootElement.EnumerateObject())
        {
            if (parameter.Value.ValueKind == JsonValueKind.String)
                values[parameter.Name] = parameter.Value.GetString()!;
        }
        return values;
    }
}
