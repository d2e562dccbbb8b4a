using System.Text;
using System.Text.Json;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>Encodes a path that an HTTP API has decoded. In a decoded path, a slash inside a parameter's value looks like the end
/// of a segment, and a percent sign like an escape. But the gateway has matched its route before, and sends the values of the
/// parameters.</summary>
/// <remarks>A client sends such a slash as <c>%252F</c>, because the gateway decodes once before it matches and again
/// before it calls the function; <c>%2F</c> is a slash to its routes as well. Measured by others, see the captures of
/// <see href="https://github.com/hotsock/voker/pull/8"/>.</remarks>
internal static class GatewayRoute
{
    /// <summary>Whether a path may say something else than it seems to.</summary>
    /// <param name="path">The path as the event has it.</param>
    /// <param name="pathParameters">The JSON object of the parameters.</param>
    /// <param name="route">The gateway's route. The slashes of a greedy parameter are those of the path.</param>
    public static bool IsNeeded(string path, ReadOnlySpan<byte> pathParameters, ReadOnlySpan<byte> route) =>
        !PathText.IsNormal(path)
        || (pathParameters.Contains((byte)'/') && !(route.EndsWith("+}"u8) && route.Count((byte)'{') == 1));

    /// <summary>The path in the normal form. One pass over the route's segments: a value is compared with the path and copied, and
    /// never read as a template. Where route and values do not give the path, as for <c>$default</c>, the path itself says
    /// what is escaped in it.</summary>
    /// <param name="routeKey">The gateway's route, <c>GET /todos/{id}</c>.</param>
    /// <param name="pathParameters">The JSON object of the parameters' decoded values; empty where there is none.</param>
    /// <param name="path">The path as the event has it.</param>
    public static string Escape(string routeKey, ReadOnlySpan<byte> pathParameters, string path) =>
        (pathParameters.IsEmpty ? null : EscapeValues(routeKey, Read(pathParameters), path)) ?? PathText.Normalize(path);

    private static string? EscapeValues(string routeKey, Dictionary<string, string> values, string path)
    {
        var template = routeKey.AsSpan(routeKey.IndexOf(' ', StringComparison.Ordinal) + 1);
        var normal = new StringBuilder(path.Length + 16);
        var rest = path.AsSpan();
        foreach (var range in template.Split('/'))
        {
            if (range.Start.Value > 0 && !Take(ref rest, "/"))
                return null;
            if (range.Start.Value > 0)
                normal.Append('/');
            var segment = template[range];
            var name = NameOf(segment, out var isGreedy);
            var text = name is null ? segment.ToString() : values.GetValueOrDefault(name);
            if (text is null || !Take(ref rest, text))
                return null;
            if (isGreedy)
                PathText.EscapeSegments(text, normal);
            else
                PathText.Escape(text, normal);
        }
        return rest.IsEmpty ? normal.ToString() : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, ReadOnlySpan<char> text)
    {
        if (!rest.StartsWith(text, StringComparison.Ordinal))
            return false;
        rest = rest[text.Length..];
        return true;
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
