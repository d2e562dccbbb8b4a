using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.Http;
using Framework.Problems;

namespace Framework.Json;

/// <summary>Writes JSON bodies into one reused buffer. A body is valid until the next is written; disposing the writer
/// gives it back for the next invocation.</summary>
internal sealed class ResponseWriter(JsonWriterOptions options, Action<ResponseWriter> giveBack) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private Utf8JsonWriter? _json;

    public Response Json<T>(int statusCode, T value, JsonTypeInfo<T> type)
    {
        var json = Begin();
        JsonSerializer.Serialize(json, value, type);
        return End(json, statusCode, "application/json");
    }

    /// <summary>How JSON is written.</summary>
    public JsonWriterOptions Options => options;

    /// <summary>Makes a whole body of one that could be streamed.</summary>
    /// <returns>The response; null where it is longer than the limit.</returns>
    public async ValueTask<Response?> CollectAsync(StreamedBody body, int maxBytes)
    {
        _buffer.ResetWrittenCount();
        await body.AdvanceAsync();
        while (body.HasPiece)
        {
            body.Write(_buffer);
            if (_buffer.WrittenCount > maxBytes)
                return null;
            await body.AdvanceAsync();
        }
        body.WriteEnd(_buffer);
        return new Response(200) { Body = _buffer.WrittenMemory, IsText = body.IsText };
    }

    public Response Problem(Problem problem)
    {
        var json = Begin();
        problem.WriteTo(json);
        var response = End(json, problem.Status, Problems.Problem.MediaType);
        if (problem.Header is { } header)
            response.Headers[header.Name] = header.Value;
        if (problem.RetryAfter is { } wait)
            response.Headers["retry-after"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return response;
    }

    public void Dispose() => giveBack(this);

    private Utf8JsonWriter Begin()
    {
        _buffer.ResetWrittenCount();
        if (_json is null)
            return _json = new Utf8JsonWriter(_buffer, options);
        _json.Reset(_buffer);
        return _json;
    }

    private Response End(Utf8JsonWriter json, int statusCode, string mediaType)
    {
        json.Flush();
        return Response.Bytes(statusCode, _buffer.WrittenMemory, mediaType, isText: true);
    }
}
