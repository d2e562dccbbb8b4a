using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Framework.Http;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>API Gateway's HTTP API and Lambda function URLs, payload format 2.0.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
/// API Gateway's documentation</see>.</remarks>
internal sealed class HttpApiCodec : EventCodec
{
    // The envelope is read by a gateway, never by a browser: quotes and umlauts need no \u.
    private static readonly JsonWriterOptions Envelope =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static HttpApiCodec Instance { get; } = new();

    public override HttpEvent Decode(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return new HttpApiEventReader(payload).Read();
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

    public override void Encode(Response response, bool withBody, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Envelope);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.StatusCode);
        json.WriteStartObject("headers"u8);
        foreach (var header in response.Headers)
            json.WriteString(header.Name, header.Value);
        json.WriteEndObject();
        if (response.HasCookies)
            WriteCookies(json, response.Cookies);
        if (withBody && !response.Body.IsEmpty)
            WriteBody(json, response);
        json.WriteEndObject();
    }

    private static void WriteCookies(Utf8JsonWriter json, IEnumerable<string> cookies)
    {
        json.WriteStartArray("cookies"u8);
        foreach (var cookie in cookies)
            json.WriteStringValue(cookie);
        json.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter json, Response response)
    {
        var isText = response.IsText && System.Text.Unicode.Utf8.IsValid(response.Body.Span);
        if (isText)
            json.WriteString("body"u8, response.Body.Span);
        else
            json.WriteBase64String("body"u8, response.Body.Span);
        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }
}
