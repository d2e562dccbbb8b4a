using System.Text.Json.Nodes;
using Framework.Dispatch;

namespace Framework.Tests.Conformance;

/// <summary>A front door as its documentation describes it: what it makes of a request, and of a function's response.</summary>
internal abstract class FrontDoorUnderTest(string name, EventShape shape)
{
    public static IReadOnlyList<FrontDoorUnderTest> All { get; } =
    [
        new PayloadV2("http-api", isFunctionUrl: false),
        new PayloadV2("function-url", isFunctionUrl: true),
        new PayloadV1("http-api-v1", isRestApi: false),
        new PayloadV1("rest", isRestApi: true),
        new LoadBalancer("alb", isMultiValue: false),
        new LoadBalancer("alb-multi-value", isMultiValue: true),
    ];

    public string Name => name;

    public EventShape Shape => shape;

    /// <summary>The host that the event names, where it is not the one that the client named.</summary>
    public virtual string? OwnHost => null;

    /// <summary>Makes the event of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="empty">What the event has where there is nothing: null, an empty object, or no property at all.</param>
    public abstract JsonObject Write(LogicalRequest request, EmptyValue empty);

    /// <summary>Reads a function's response.</summary>
    public abstract ClientResponse Read(JsonObject response);

    /// <summary>The path as API Gateway's HTTP APIs pass it on: decoded before the route is found, and once more before the function is
    /// called, where a question mark ends it.</summary>
    protected static string Decoded(string path) => Uri.UnescapeDataString(Uri.UnescapeDataString(path)).Split('?')[0];

    /// <summary>The query's names and values in order.</summary>
    protected static IEnumerable<(string Name, string Value)> Query(string query, bool decode, params char[] separators)
    {
        foreach (var pair in query.Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            yield return decode ? (DecodeQuery(key), DecodeQuery(value)) : (key, value);
        }
    }

    /// <summary>The values of the parameters of a route.</summary>
    protected static JsonObject? Parameters(string route, string path)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
            return null;
        var values = new JsonObject();
        var segments = path.Split('/');
        foreach (var (index, segment) in route.Split('/').Index())
        {
            if (segment.EndsWith("+}", StringComparison.Ordinal))
                values[segment[1..^2]] = string.Join('/', segments[index..]);
            else if (segment.StartsWith('{'))
                values[segment[1..^1]] = segments[index];
        }
        return values;
    }

    /// <summary>Sets a property to a value, or to what stands for nothing.</summary>
    protected static void Set(JsonObject json, string property, JsonNode? value, EmptyValue empty)
    {
        if (value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }))
            json[property] = value;
        else if (empty == EmptyValue.Null)
            json[property] = null;
        else if (empty == EmptyValue.EmptyObject && value is JsonObject)
            json[property] = value;
    }

    protected static JsonObject Single(IEnumerable<(string Name, string Value)> pairs)
    {
        var map = new JsonObject();
        foreach (var (key, value) in pairs)
            map[key] = value;
        return map;
    }

    protected static JsonObject Multiple(IEnumerable<(string Name, string Value)> pairs)
    {
        var map = new JsonObject();
        foreach (var group in pairs.GroupBy(pair => pair.Name, StringComparer.Ordinal))
            map[group.Key] = new JsonArray([.. group.Select(pair => (JsonNode?)pair.Value)]);
        return map;
    }

#pragma warning disable CA1308 // Lower case is what these events have.
    protected static string LowerCase(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string DecodeQuery(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
