using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Framework.Local.Gateway;

/// <summary>The parts that the events of several front doors share.</summary>
internal static class EventParts
{
    public const string AccountId = "000000000000";
    public const string ApiId = "local";

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Headers of one connection, and those that a front door sets itself.
    private static readonly HashSet<string> Left = new(
        ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
            "content-length", "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins an event.</summary>
    public static Utf8JsonWriter Begin(IBufferWriter<byte> destination)
    {
        var json = new Utf8JsonWriter(destination, Options);
        json.WriteStartObject();
        return json;
    }

    /// <summary>The client's headers, with its names and each value apart, and those that the front door sets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="withLength">Whether the body's length is among them: a REST API leaves it out.</param>
    public static IEnumerable<KeyValuePair<string, string>> Headers(GatewayRequest request, bool withLength = true)
    {
        foreach (var (name, values) in request.Http.Request.Headers)
        {
            if (Left.Contains(name))
                continue;
            foreach (var value in values)
                yield return KeyValuePair.Create(name, value ?? "");
        }
        if (withLength)
            yield return KeyValuePair.Create("content-length", request.Body.Length.ToString(CultureInfo.InvariantCulture));
        yield return KeyValuePair.Create("x-amzn-trace-id", request.TraceId);
        yield return KeyValuePair.Create("x-forwarded-for", ForwardedFor(request.Http));
        yield return KeyValuePair.Create("x-forwarded-port", request.Http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        yield return KeyValuePair.Create("x-forwarded-proto", "http");
    }

    /// <summary>The query's names and values, decoded.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="splitsAtSemicolon">Whether a semicolon separates, as it does in a REST API.</param>
    public static KeyValuePair<string, string>[] DecodedQuery(string query, bool splitsAtSemicolon)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(splitsAtSemicolon ? query.Replace(';', '&') : query))
            pairs.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return [.. pairs];
    }

    /// <summary>The query's names and values as they were sent.</summary>
    public static KeyValuePair<string, string>[] RawQuery(string query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
            pairs.Add(KeyValuePair.Create(pair.EncodedName.ToString(), pair.EncodedValue.ToString()));
        return [.. pairs];
    }

    /// <summary>Writes a map of names and their last values; null where it is empty.</summary>
    public static void WriteSingle(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, string>> pairs, bool writesEmpty = false)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            values[key] = value;
        if (!BeginMap(json, name, values.Count, writesEmpty))
            return;
        foreach (var (key, value) in values)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    /// <summary>Writes a map of names and all their values; null where it is empty.</summary>
    public static void WriteMultiple(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, string>> pairs, bool writesEmpty = false)
    {
        var groups = pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToArray();
        if (!BeginMap(json, name, groups.Length, writesEmpty))
            return;
        foreach (var group in groups)
        {
            json.WriteStartArray(group.Key);
            foreach (var value in group)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>Writes the body as text where it is text, else in base64.</summary>
    /// <param name="json">The event.</param>
    /// <param name="body">The body.</param>
    /// <param name="isTextType">Whether its type says that it is text.</param>
    /// <param name="none">The JSON for no body; nothing is written where it is empty.</param>
    public static void WriteBody(Utf8JsonWriter json, ReadOnlySpan<byte> body, bool isTextType, ReadOnlySpan<byte> none)
    {
        var isText = body.IsEmpty || (isTextType && Utf8.IsValid(body));
        if (!body.IsEmpty && isText)
        {
            json.WriteString("body"u8, body);
        }
        else if (!body.IsEmpty)
        {
            json.WriteBase64String("body"u8, body);
        }
        else if (!none.IsEmpty)
        {
            json.WritePropertyName("body"u8);
            json.WriteRawValue(none, skipInputValidation: true);
        }
        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }

    public static string ForwardedFor(HttpContext http)
    {
        var before = http.Request.Headers["x-forwarded-for"];
        return before.Count == 0 ? SourceIp(http) : $"{string.Join(", ", before.AsEnumerable())}, {SourceIp(http)}";
    }

    public static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

#pragma warning disable CA1308 // Lower case is what the events have.
    public static string LowerCase(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static bool BeginMap(Utf8JsonWriter json, ReadOnlySpan<byte> name, int count, bool writesEmpty)
    {
        if (count > 0 || writesEmpty)
            json.WriteStartObject(name);
        else
            json.WriteNull(name);
        if (count == 0 && writesEmpty)
            json.WriteEndObject();
        return count > 0;
    }
}
