using System.Text.Json;

namespace Framework.Tests.Conformance;

/// <summary>A request as a client sends it, one file of <c>tests/fixtures/requests</c>, with what the service must see.</summary>
internal sealed class LogicalRequest
{
    private readonly JsonElement _root;

    private LogicalRequest(string name, JsonElement root)
    {
        _root = root;
        Name = name;
        var request = root.GetProperty("request");
        Method = request.GetProperty("method").GetString()!;
        var target = request.GetProperty("target").GetString()!;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        Path = mark < 0 ? target : target[..mark];
        Query = mark < 0 ? "" : target[(mark + 1)..];
        Headers = [.. request.GetProperty("headers").EnumerateArray().Select(header => (header[0].GetString()!, header[1].GetString()!))];
        Body = ExpectedRequest.Bytes(request);
    }

    public static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "fixtures", "requests");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(System.IO.Path.GetFileNameWithoutExtension)!;

    public string Name { get; }

    public string Method { get; }

    /// <summary>The path as the client sends it.</summary>
    public string Path { get; }

    /// <summary>The query string as the client sends it.</summary>
    public string Query { get; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public byte[] Body { get; }

    /// <summary>The gateway's stage.</summary>
    public string Stage => Setting("stage") ?? "$default";

    /// <summary>The base path of the gateway's custom domain.</summary>
    public string BasePath => Setting("basePath") ?? "";

    /// <summary>The gateway's own route, such as <c>/todos/{id}</c>.</summary>
    public string Route => Setting("route") ?? "$default";

    public static LogicalRequest Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Folder, $"{name}.json")));
        return new LogicalRequest(name, json.RootElement.Clone());
    }

    /// <summary>What the service must see behind a front door; null where that front door refuses the request or changes it in a
    /// way that is not documented.</summary>
    public ExpectedRequest? ExpectedAt(string frontDoor)
    {
        var exception = default(JsonElement);
        if (_root.TryGetProperty("exceptions", out var exceptions) && exceptions.TryGetProperty(frontDoor, out exception)
            && exception.ValueKind == JsonValueKind.Null)
            return null;
        return new ExpectedRequest(_root.GetProperty("expected"), exception);
    }

    private string? Setting(string name) =>
        _root.TryGetProperty("gateway", out var gateway) && gateway.TryGetProperty(name, out var value) ? value.GetString() : null;
}
