using System.Text.Json;

namespace Framework.WebSocketPipeline;

/// <summary>Reads the action that a message names, as the API's <c>$request.body.action</c> does.</summary>
internal static class MessageAction
{
    /// <summary>The text of the property <c>action</c>; null where the message has none, or is not JSON.</summary>
    public static string? Of(ReadOnlySpan<byte> message)
    {
        try
        {
            return Find(message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // To the end: a message that is not JSON has no action, wherever its mistake is.
    private static string? Find(ReadOnlySpan<byte> message)
    {
        var json = new Utf8JsonReader(message);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return null;
        string? action = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isAction = json.ValueTextEquals("action"u8);
            json.Read();
            if (isAction && json.TokenType == JsonTokenType.String)
                action ??= json.GetString();
            json.Skip();
        }
        json.Read();
        return action;
    }
}
