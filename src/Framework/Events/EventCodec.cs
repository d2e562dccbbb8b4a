using System.Buffers;
using System.Text.Json;
using Framework.Http;

namespace Framework.Events;

/// <summary>One shape of event, both ways, so that an answer is never written for the wrong gateway.</summary>
internal abstract class EventCodec
{
    /// <summary>Chooses the codec by looking at the event.</summary>
    /// <exception cref="UndecodableEventException">No codec reads such an event.</exception>
    public static EventCodec Choose(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return Version(payload.Span) is "2.0"
                ? HttpApiCodec.Instance
                : throw new UndecodableEventException(
                    "The event is not an API Gateway HTTP API event of payload format 2.0: it has no \"version\": \"2.0\".");
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            throw new UndecodableEventException("The event's version is not valid text.");
        }
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public abstract HttpEvent Decode(ReadOnlyMemory<byte> payload);

    /// <summary>Writes an answer.</summary>
    public abstract void Encode(Response response, bool withBody, IBufferWriter<byte> reply);

    /// <summary>Says where the event's syntax is wrong, without the reader's own message: that quotes what stands there.
    /// </summary>
    protected static UndecodableEventException NotJson(JsonException exception) => new(
        $"The event is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");

    private static string? Version(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("version"u8);
            reader.Read();
            if (found)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }
        return null;
    }
}
