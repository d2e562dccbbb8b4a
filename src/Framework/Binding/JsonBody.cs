using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.Http;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Reads a JSON body into its type.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body.</summary>
    /// <returns>The problem; null where the body was read.</returns>
    public static Problem? Read<T>(Request request, JsonTypeInfo<T> type, int maxBytes, bool allowsNullItems, int maxDepth, out T? value)
    {
        value = default;
        if (request.Body.Length > maxBytes)
            return KnownProblems.BodyTooLarge(maxBytes);
        if (request.Body.IsEmpty)
            return KnownProblems.MissingBody;
        if (!IsJson(request.Headers["content-type"]))
            return KnownProblems.UnsupportedMediaType;
        if (request.Headers["content-encoding"] is { } encoding && !ContentCoding.IsIdentity(encoding))
            return KnownProblems.UnsupportedEncoding;
        var body = WithoutMark(request.Body);
        if (maxDepth > 0 && JsonDepth.Exceeds(body.Span, maxDepth, type.Options))
            return JsonDiagnosis.Of(body.Span, type, allowsNullItems, maxDepth);
        try
        {
            value = JsonSerializer.Deserialize(body.Span, type);
            if (value is not null && (allowsNullItems || body.Span.IndexOf("null"u8) < 0) && !RepeatedKeys.MayBeIn(body.Span, type))
                return null;
            return JsonDiagnosis.Of(body.Span, type, allowsNullItems);
        }
        catch (JsonException exception)
        {
            return JsonDiagnosis.Of(body.Span, type, allowsNullItems) ?? KnownProblems.InvalidBody(Unreadable(exception));
        }
        catch (NotSupportedException)
        {
            // The cause is an abstract type whose discriminator is missing, else a mistake in the service.
            if (JsonDiagnosis.Of(body.Span, type, allowsNullItems) is { } problem)
                return problem;
            throw;
        }
    }

    // The byte order mark that some clients write may be ignored (RFC 8259, section 8.1).
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static FieldErrors Unreadable(JsonException exception)
    {
        var errors = new FieldErrors();
        errors.Add(
            exception.Path is { Length: > 1 } path ? path[1..].TrimStart('.') : JsonPath.Root,
            "Has a value that cannot be read.");
        return errors;
    }

    // A body without a content type is taken as JSON (RFC 9110, section 8.3).
    private static bool IsJson(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
            return true;
        var semicolon = contentType.IndexOf(';', StringComparison.Ordinal);
        var mediaType = (semicolon < 0 ? contentType : contentType[..semicolon]).Trim();
        return IsJsonType(mediaType) && (semicolon < 0 || IsUtf8(contentType[(semicolon + 1)..]));
    }

    private static bool IsJsonType(string mediaType) =>
        mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || (mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
            && mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    // The names that clients write for UTF-8, and for ASCII, which is a part of it (RFC 9110, section 8.3.2).
    private static bool IsUtf8(string parameters)
    {
        foreach (var parameter in parameters.Split(';', StringSplitOptions.TrimEntries))
        {
            if (parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
                return parameter["charset=".Length..].Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII";
        }
        return true;
    }
}
