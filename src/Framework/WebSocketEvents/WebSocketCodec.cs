using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Framework.Http;
using Framework.Runtime;

namespace Framework.WebSocketEvents;

/// <summary>Reads an event of API Gateway's WebSocket API, and writes the response to it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html">
/// API Gateway's documentation</see>.</remarks>
internal static class WebSocketCodec
{
    /// <summary>The longest message, in bytes.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">
    /// API Gateway's quotas</see>.</remarks>
    public const int MaxMessageBytes = 128 * 1024;

    private static readonly JsonWriterOptions Envelope =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public static WebSocketEvent Decode(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return new WebSocketEventReader(payload).Read();
        }
        catch (JsonException exception)
        {
            throw UndecodableEventException.NotJson(exception);
        }
#pragma warning disable CA1031 // The message of any exception of a reader may quote the event.
        catch (Exception exception) when (exception is not UndecodableEventException)
#pragma warning restore CA1031
        {
            throw new UndecodableEventException($"The event cannot be read: {exception.GetType().Name}.");
        }
    }

    /// <summary>Writes a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="type">What it responds to: only the response to a request for a connection has headers.</param>
    /// <param name="output">Where the JSON goes.</param>
    public static void Encode(Response response, WebSocketEventType type, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Envelope);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.StatusCode);
        if (type == WebSocketEventType.Connect)
            WriteHeaders(json, response);
        if (!response.Body.IsEmpty)
            WriteBody(json, response);
        json.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter json, Response response)
    {
        json.WriteStartObject("headers"u8);
        foreach (var header in response.Headers)
            json.WriteString(header.Name, header.Value);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, Response response)
    {
        if (response.IsText && Utf8.IsValid(response.Body.Span))
        {
            json.WriteString("body"u8, response.Body.Span);
            return;
        }
        json.WriteBase64String("body"u8, response.Body.Span);
        json.WriteBoolean("isBase64Encoded"u8, true);
    }
}
