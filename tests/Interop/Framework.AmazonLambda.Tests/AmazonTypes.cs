using Amazon.Lambda.Serialization.SystemTextJson;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.AmazonLambda.Tests;

/// <summary>What Amazon's runtime makes of JSON, and of an object that a function returns.</summary>
internal static class AmazonTypes
{
    private static readonly DefaultLambdaJsonSerializer Serializer = new();

    public static T Read<T>(JsonNode json)
    {
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(json));
        return Serializer.Deserialize<T>(stream);
    }

    public static JsonObject Write<T>(T value)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(value, stream);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    /// <summary>The bytes that one of our writers makes.</summary>
    public static byte[] Bytes<T>(Action<Utf8JsonWriter, T> write, T request)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            write(json, request);
        return stream.ToArray();
    }
}
