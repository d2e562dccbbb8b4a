using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Http;

/// <summary>Finds strings that are valid JSON but not valid text: escapes of half a character.</summary>
internal static class JsonText
{
    public static void Check(ReadOnlySpan<byte> body, JsonElement root)
    {
        // Only an escape can spell half of a surrogate pair.
        if (body.IndexOf("\\u"u8) < 0)
            return;
        try
        {
            Read(root);
        }
        catch (InvalidOperationException)
        {
            throw DynamoDBException.Serialization();
        }
    }

    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var child in element.EnumerateArray())
                    Read(child);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
        }
    }
}
