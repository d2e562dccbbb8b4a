using System.Text.Json;
using Framework.Runtime;

namespace Framework.Dispatch;

/// <summary>Recognizes the shape of an event.</summary>
internal static class EventShapes
{
    /// <summary>The shape of an event, by one look at its top level.</summary>
    /// <exception cref="UndecodableEventException">The event has no shape that a service can serve.</exception>
    public static EventShape Of(ReadOnlySpan<byte> payload)
    {
        try
        {
            return IsHttpApi(payload)
                ? EventShape.HttpApi
                : throw new UndecodableEventException(
                    "The event is not an API Gateway HTTP API event of payload format 2.0: it has no \"version\": \"2.0\".");
        }
        catch (JsonException exception)
        {
            throw UndecodableEventException.NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            throw new UndecodableEventException("The event's version is not valid text.");
        }
    }

    // A REST API's event has the version "1.0", others have none.
    private static bool IsHttpApi(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("version"u8);
            reader.Read();
            if (found)
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
            reader.Skip();
        }
        return false;
    }
}
