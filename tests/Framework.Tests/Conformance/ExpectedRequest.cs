using System.Text;
using System.Text.Json;

namespace Framework.Tests.Conformance;

/// <summary>What a service must see of a request. A front door's exception replaces single fields.</summary>
internal sealed class ExpectedRequest(JsonElement expected, JsonElement exception)
{
    public string Path => Field("path").GetString()!;

    public IReadOnlyDictionary<string, string[]> Query => Field("query").EnumerateObject()
        .ToDictionary(pair => pair.Name, pair => pair.Value.EnumerateArray().Select(value => value.GetString()!).ToArray());

    /// <summary>The headers by their names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers => Field("headers").EnumerateObject()
        .ToDictionary(header => header.Name, header => header.Value.GetString()!);

    public string[] Cookies => [.. Field("cookies").EnumerateArray().Select(cookie => cookie.GetString()!)];

    public byte[] Body => Bytes(exception.ValueKind == JsonValueKind.Object && exception.TryGetProperty("body", out _) ? exception : expected);

    /// <summary>A body that a file has as text or, where it is not text, in base64.</summary>
    public static byte[] Bytes(JsonElement parent)
    {
        if (parent.TryGetProperty("bodyBase64", out var base64))
            return base64.GetBytesFromBase64();
        return parent.TryGetProperty("body", out var body) ? Encoding.UTF8.GetBytes(body.GetString()!) : [];
    }

    private JsonElement Field(string name) =>
        exception.ValueKind == JsonValueKind.Object && exception.TryGetProperty(name, out var own) ? own : expected.GetProperty(name);
}
