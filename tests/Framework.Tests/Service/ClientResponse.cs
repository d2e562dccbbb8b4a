using System.Text;
using System.Text.Json;

namespace Framework.Tests.Service;

/// <summary>A response of a service, as a client behind the gateway sees it.</summary>
internal sealed class ClientResponse
{
    public ClientResponse(ReadOnlyMemory<byte> response)
    {
        using var json = JsonDocument.Parse(response.ToArray());
        Raw = json.RootElement.Clone();
        Status = Raw.GetProperty("statusCode").GetInt32();
        if (Raw.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
                Headers.Add(header.Name, header.Value.GetString()!);
        }
        if (!Raw.TryGetProperty("body", out var body))
            return;
        Bytes = Raw.TryGetProperty("isBase64Encoded", out var isBase64) && isBase64.GetBoolean()
            ? body.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(body.GetString()!);
    }

    public JsonElement Raw { get; }

    public int Status { get; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public byte[] Bytes { get; } = [];

    public string Body => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string Kind => Json.GetProperty("type").GetString()!["urn:problem-type:".Length..];

    public string[] Fields => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
