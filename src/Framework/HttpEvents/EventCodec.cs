using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Framework.Http;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>Reads one shape of event and writes its response, so that a response never has the shape of another
/// gateway.</summary>
internal abstract class EventCodec
{
    // The envelope is read by a gateway, never by a browser: quotes and umlauts need no \u.
    private static readonly JsonWriterOptions Envelope =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The longest response that the gateway takes from a function, in bytes of its JSON.</summary>
    public virtual int MaxResponseBytes => LambdaLimits.MaxResponseBytes;

    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public HttpEvent Decode(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return Read(payload);
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

    /// <summary>Whether the service may compress the response: false where the front door does, or would send the compressed bytes
    /// as base64.</summary>
    public virtual bool MayCompress => true;

    /// <summary>Writes a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="withBody">Whether its body is sent.</param>
    /// <param name="output">Where the JSON goes.</param>
    public void Encode(Response response, bool withBody, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Envelope);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.StatusCode);
        var hasBody = withBody && !response.Body.IsEmpty;
        WriteHead(json, response, MissingType(response));
        json.WriteBoolean("isBase64Encoded"u8, hasBody && WriteBody(json, response));
        json.WriteEndObject();
    }

    /// <summary>Writes a response in the form of a stream: a prelude with status and headers, then the body as it is.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">API
    /// Gateway's documentation</see>.</remarks>
    /// <param name="response">The response; what its stream makes follows in <paramref name="output"/>.</param>
    /// <param name="withBody">Whether its body is sent.</param>
    /// <param name="output">Where it goes.</param>
    public void EncodeStreamed(Response response, bool withBody, ResponseBuffer output)
    {
        output.BeginStream();
        using (var json = new Utf8JsonWriter(output, Envelope))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode"u8, response.StatusCode);
            WriteHead(json, response, MissingType(response));
            json.WriteEndObject();
        }
        output.Write("\0\0\0\0\0\0\0\0"u8);
        if (withBody)
            output.Write(response.Body.Span);
    }

    /// <summary>Reads an event; any exception makes it undecodable.</summary>
    protected abstract HttpEvent Read(ReadOnlyMemory<byte> payload);

    /// <summary>Writes the headers and cookies.</summary>
    /// <param name="json">The response's object.</param>
    /// <param name="response">The response.</param>
    /// <param name="type">The content type of a body whose response names none; null where there is nothing to add.</param>
    protected abstract void WriteHead(Utf8JsonWriter json, Response response, string? type);

    /// <summary>Writes each header with its one value.</summary>
    protected static void WriteHeaders(Utf8JsonWriter json, Response response, string? type)
    {
        foreach (var header in response.Headers)
            json.WriteString(header.Name, header.Value);
        if (type is not null)
            json.WriteString("content-type"u8, type);
    }

    /// <summary>Writes the cookies as an array.</summary>
    protected static void WriteCookies(Utf8JsonWriter json, ReadOnlySpan<byte> name, Response response)
    {
        json.WriteStartArray(name);
        foreach (var cookie in response.Cookies)
            json.WriteStringValue(cookie);
        json.WriteEndArray();
    }

    // Returns whether it is base64.
    private static bool WriteBody(Utf8JsonWriter json, Response response)
    {
        var isText = response.IsText && Utf8.IsValid(response.Body.Span);
        if (isText)
            json.WriteString("body"u8, response.Body.Span);
        else
            json.WriteBase64String("body"u8, response.Body.Span);
        return !isText;
    }

    // A REST API takes JSON for granted, an HTTP API takes text. A HEAD has the type of the GET.
    private static string? MissingType(Response response)
    {
        if (response.Body.IsEmpty || response.StatusCode is 204 or 205 or 304 || response.Headers["content-type"] is not null)
            return null;
        return response.IsText ? "text/plain; charset=utf-8" : "application/octet-stream";
    }
}
