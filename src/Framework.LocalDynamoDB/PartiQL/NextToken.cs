using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Where a page of a statement ended, as a text that the client gives back with the same statement.</summary>
internal static class NextToken
{
    public static string Write(string statement, int walk, Item key)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteStringValue(Fingerprint(statement));
            json.WriteNumberValue(walk);
            AttributeValueWriter.WriteItem(json, key);
            json.WriteEndArray();
        }
        return Base64Url.EncodeToString(stream.ToArray());
    }

    /// <exception cref="DynamoDBException">The token is of another statement, or is not a token.</exception>
    public static (int Walk, Item Key) Read(string token, string statement, int walks, IReadOnlyList<string> keyNames)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            var root = json.RootElement;
            if (root[0].GetString() == Fingerprint(statement) && root[1].TryGetInt32(out var walk) && walk >= 0 && walk < walks
                && AttributeValueParser.ParseItem(root[2], out var key) is null && keyNames.All(key.ContainsKey))
                return (walk, key);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            // The client made the token itself.
        }
        throw DynamoDBException.Validation("Invalid NextToken");
    }

    private static string Fingerprint(string statement) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(statement)).AsSpan(0, 8));
}
